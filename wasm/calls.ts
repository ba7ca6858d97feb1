/** What was asked of the worker and not yet answered, in the order it was sent. */
import { type ErrorData, type ToWorker, WorkerError } from "./protocol";

export interface Call {
  readonly message: ToWorker & { readonly id: number };
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export class Calls {
  private count = 0;
  /** The worker answers in order, so the first of these is the one it works on. */
  private readonly waiting = new Map<number, Call>();
  private readonly abandoned = new Set<number>();

  add(message: (id: number) => Call["message"], resolve: Call["resolve"], reject: Call["reject"]) {
    this.count += 1;
    return { message: message(this.count), resolve, reject };
  }

  sent(call: Call): void {
    this.waiting.set(call.message.id, call);
  }

  /** Others are answered before this one. */
  postpone(id: number): void {
    const call = this.waiting.get(id);
    if (call && this.waiting.delete(id)) this.waiting.set(id, call);
  }

  settle(id: number, value: unknown): void {
    this.take(id)?.resolve(value);
  }

  fail(id: number, error: ErrorData): void {
    this.take(id)?.reject(new WorkerError(error));
  }

  failAll(error: ErrorData): void {
    for (const id of [...this.waiting.keys()]) this.fail(id, error);
  }

  /** Nobody waits for this answer any more; false when it is already there. */
  abandon(call: Call): boolean {
    if (!this.waiting.has(call.message.id)) return false;
    this.abandoned.add(call.message.id);
    return true;
  }

  isRunning(call: Call): boolean {
    const [first] = this.waiting.keys();
    return first === call.message.id;
  }

  /** Takes out what can be asked again without harm. */
  takeRepeatable(): Call[] {
    const calls = [...this.waiting.values()].filter(
      ({ message }) => isRepeatable(message) && !this.abandoned.has(message.id),
    );
    for (const { message } of calls) this.waiting.delete(message.id);
    return calls;
  }

  private take(id: number): Call | undefined {
    const call = this.waiting.get(id);
    this.waiting.delete(id);
    this.abandoned.delete(id);
    return call;
  }
}

function isRepeatable(message: ToWorker): boolean {
  if (message.type === "request") return message.method === "GET";
  return message.type === "open" && message.source === undefined;
}
