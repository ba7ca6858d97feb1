import type { WorkerLike } from "../client";
import type { FromWorker, ToWorker } from "../protocol";

/** A worker that does what the test says. */
export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  readonly received: ToWorker[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: FromWorker): void {
    this.onmessage?.call(this as unknown as Worker, { data: message } as MessageEvent);
  }
  crash(message: string): void {
    this.onerror?.call(this as unknown as Worker, { message } as ErrorEvent);
  }
  /** The messages of one type, in order. */
  of<T extends ToWorker["type"]>(type: T): Extract<ToWorker, { type: T }>[] {
    return this.received.filter((one): one is Extract<ToWorker, { type: T }> => one.type === type);
  }
  respond(id: number, text: string, status = 200): void {
    const body = new TextEncoder().encode(text).buffer;
    this.say({ type: "response", id, status, headers: [["content-type", "text/plain"]], body });
  }
}
