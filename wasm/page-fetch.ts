/** Fetches through the page, for a worker that may not reach the files itself (VS Code). */
import type { FetchAsset } from "./assets";
import { type FromWorker, type ToWorker, WorkerError } from "./protocol";

type Fetched = Extract<ToWorker, { type: "fetched" }>;

export class PageFetch {
  private readonly waiting = new Map<number, (answer: Fetched["answer"]) => void>();
  private count = 0;

  constructor(private readonly post: (message: FromWorker) => void) {}

  readonly fetch: FetchAsset = async (url) => {
    this.count += 1;
    const id = this.count;
    const answer = await new Promise<Fetched["answer"]>((resolve) => {
      this.waiting.set(id, resolve);
      this.post({ type: "fetch", id, url });
    });
    if ("name" in answer) throw new WorkerError(answer);
    const headers = { "content-type": answer.contentType };
    return new Response(answer.body, { status: answer.status, headers });
  };

  receive(message: Fetched): void {
    this.waiting.get(message.id)?.(message.answer);
    this.waiting.delete(message.id);
  }
}
