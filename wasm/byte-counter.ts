/** Adds up the bytes of several downloads and reports them, not too often. */
import type { Progress, Stage } from "./protocol";

const INTERVAL = 100; // milliseconds between two reports

export class ByteCounter {
  private done = 0;
  private total = 0;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly stage: Stage,
    private readonly report: (progress: Progress) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  expect(bytes: number): void {
    this.total += bytes;
  }

  add(bytes: number): void {
    this.done += bytes;
    if (this.now() - this.last < INTERVAL && this.done < this.total) return;
    this.last = this.now();
    this.report({ stage: this.stage, done: this.done, total: this.total });
  }

  /** Passes bytes through and counts them. */
  stream(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.add(chunk.length);
        controller.enqueue(chunk);
      },
    });
  }
}
