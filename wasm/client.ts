/** The page's half: starts the worker, carries requests to it, and notices when it is gone. */

import { type Call, Calls } from "./calls";
import { inspectLink } from "./link";
import { BOOTING, type LoadEvent, type LoadState, nextState } from "./load-state";
import {
  type Assets,
  type ErrorData,
  errorData,
  type FromWorker,
  type Link,
  type LostSource,
  type Manifest,
  type OpenedSource,
  type OpenFile,
  type Timings,
  type ToWorker,
  WorkerError,
} from "./protocol";

/** What is used of a Worker. */
export type WorkerLike = Pick<
  Worker,
  "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror"
>;

export interface WorkerHostOptions {
  /** Makes the worker that runs `boot.ts`; bundlers want to see `new Worker(...)` itself. */
  readonly createWorker: () => WorkerLike;
  /** Absolute address of the runtime folder. */
  readonly base: string;
  /** Fetches runtime files in the page, where the worker may not (VS Code). */
  readonly fetchAsset?: (url: string) => Promise<Response>;
  readonly link?: Link;
  /** Milliseconds without any progress after which a start has failed. */
  readonly bootTimeout?: number;
  /** Milliseconds that a cancelled request may go on before the worker is replaced. */
  readonly runawayTimeout?: number;
}

export interface FetchInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly signal?: AbortSignal;
}

const BOOT_TIMEOUT = 60_000;
const RUNAWAY_TIMEOUT = 10_000;

export class WorkerHost {
  /** The state now; a new object whenever it changes. */
  state: LoadState = BOOTING;
  /** How long the latest start took. */
  timings: Timings | undefined;

  private worker: WorkerLike | undefined;
  private readonly calls = new Calls();
  private readonly listeners = new Set<() => void>();
  private readonly lossListeners = new Set<(lost: LostSource) => void>();
  /** The files of each open source, to open them again after a restart. */
  private readonly sources = new Map<number, readonly OpenFile[]>();
  private bootTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly link: Link;

  constructor(private readonly options: WorkerHostOptions) {
    this.link = options.link ?? inspectLink(options.base);
    this.start();
  }

  /** Calls `listener` at each change of `state`; answers how to stop that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls `listener` with each source that a restart could not open again. */
  onLost(listener: (lost: LostSource) => void): () => void {
    this.lossListeners.add(listener);
    return () => this.lossListeners.delete(listener);
  }

  /**
   * Opens files; databases and their `-wal` or `-journal` siblings find each other. Rejects
   * only when there is no worker: what is wrong with a file is said in its place.
   */
  async open(files: readonly OpenFile[]): Promise<readonly OpenedSource[]> {
    const opened = await this.call<readonly OpenedSource[]>((id) => ({ type: "open", id, files }));
    for (const { index, files: positions } of opened) {
      if (index === undefined) continue;
      this.sources.set(
        index,
        positions.flatMap((at) => files[at] ?? []),
      );
    }
    return opened;
  }

  /**
   * Puts a newer state of a file in the place of an open source: its studies keep their
   * addresses, and no request finds them missing. What is wrong leaves the source as it was.
   */
  async replace(source: number, files: readonly OpenFile[]): Promise<OpenedSource | undefined> {
    const [opened] = await this.call<readonly OpenedSource[]>((id) => ({
      type: "open",
      id,
      files,
      source,
    }));
    if (opened?.index !== undefined) this.sources.set(source, files);
    return opened;
  }

  /** Answers like `window.fetch`: any status resolves, a worker that is gone rejects. */
  fetch(path: string, init: FetchInit = {}): Promise<Response> {
    const { method = "GET", headers = {}, signal } = init;
    const body = typeof init.body === "string" ? new TextEncoder().encode(init.body) : init.body;
    return this.call<Response>(
      (id) => ({ type: "request", id, method, path, headers, ...(body ? { body } : {}) }),
      signal,
    );
  }

  async close(source: number): Promise<void> {
    this.sources.delete(source);
    await this.call<void>((id) => ({ type: "close", id, source }));
  }

  /**
   * Replaces the worker and opens the same files under the same indices. Reads and
   * openings that were under way are asked again; anything else that was under way fails.
   * Never rejects: `state` tells of a worker that dies again, `onLost` of lost files.
   */
  async restart(): Promise<void> {
    this.stop();
    const repeatable = this.calls.takeRepeatable();
    this.calls.failAll({ name: "RestartError", message: "Python was started again." });
    this.change({ type: "restart" });
    this.start();
    const reopened = [...this.sources].map(([source, files]) => this.reopen(source, files));
    for (const call of repeatable) this.send(call);
    await Promise.all(reopened);
  }

  private async reopen(source: number, files: readonly OpenFile[]): Promise<void> {
    const { worker } = this;
    try {
      const opened = await this.call<readonly OpenedSource[]>((id) => ({
        type: "open",
        id,
        files,
        source,
      }));
      for (const { error } of opened) if (error) this.lose({ source, error });
    } catch (error) {
      // A worker that is gone says nothing about the file: the next one tries it again.
      if (this.worker !== worker) return;
      const { name: kind, message } = errorData(error);
      this.lose({ source, error: { kind, message } });
    }
  }

  private lose(lost: LostSource): void {
    // What was closed in the meantime is missed by nobody.
    if (!this.sources.delete(lost.source)) return;
    for (const listener of this.lossListeners) listener(lost);
  }

  /** Ends the worker for good. */
  dispose(): void {
    this.stop();
    this.calls.failAll({ name: "AbortError", message: "The worker was ended." });
    this.listeners.clear();
    this.lossListeners.clear();
  }

  private call<T>(message: (id: number) => ToWorker & { id: number }, signal?: AbortSignal) {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const call = this.calls.add(message, resolve as (value: unknown) => void, reject);
      signal?.addEventListener("abort", () => this.cancel(call, signal), { once: true });
      this.send(call);
    });
  }

  private send(call: Call): void {
    if (this.state.status === "failed" || this.state.status === "dead") {
      call.reject(new WorkerError(this.state.error));
    } else {
      this.calls.sent(call);
      this.post(call.message);
    }
  }

  private post(message: ToWorker, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer);
  }

  private cancel(call: Call, signal: AbortSignal): void {
    if (!this.calls.abandon(call)) return;
    call.reject(signal.reason);
    this.post({ type: "cancel", id: call.message.id });
    setTimeout(() => {
      // Python cannot be interrupted: what still runs now would block all that follows.
      if (this.calls.isRunning(call)) void this.restart();
    }, this.options.runawayTimeout ?? RUNAWAY_TIMEOUT);
  }

  private start(): void {
    const worker = this.options.createWorker();
    this.worker = worker;
    // What an older worker still says must not touch the state of this one.
    const ifCurrent = (act: () => void) => {
      if (this.worker === worker) act();
    };
    const dies = (error: ErrorData) => ifCurrent(() => this.die(error));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => ifCurrent(() => this.receive(data));
    worker.onerror = (event: ErrorEvent) => {
      const cause = event.message || "its script could not be loaded";
      dies({ name: "WorkerError", message: `The worker stopped: ${cause}.` });
    };
    worker.onmessageerror = () =>
      dies({ name: "DataCloneError", message: "A message of the worker could not be read." });
    this.watchBoot();
    this.loadAssets().then(
      (assets) => ifCurrent(() => this.post({ type: "init", assets })),
      (error: unknown) => dies(errorData(error)),
    );
  }

  private stop(): void {
    clearTimeout(this.bootTimer);
    this.worker?.terminate();
    this.worker = undefined;
  }

  private async loadAssets(): Promise<Assets> {
    const { base, fetchAsset } = this.options;
    const url = `${base}manifest.json`;
    const fetchFile = fetchAsset ?? ((address) => fetch(address, { cache: "no-cache" }));
    const response = await fetchFile(url);
    if (!response.ok) throw new Error(`The server answered ${response.status} to ${url}.`);
    const manifest = (await response.json()) as Manifest;
    return { base, manifest, link: this.link, transport: fetchAsset ? "page" : "network" };
  }

  /** A start without any progress for this long has failed, whatever keeps it. */
  private watchBoot(): void {
    clearTimeout(this.bootTimer);
    if (this.state.status !== "booting") return;
    const timeout = this.options.bootTimeout ?? BOOT_TIMEOUT;
    const { stage } = this.state.progress;
    this.bootTimer = setTimeout(() => {
      const message = `Python did not start: nothing happened for ${timeout / 1000} seconds while loading the ${stage}.`;
      this.die({ name: "TimeoutError", message });
    }, timeout);
  }

  private receive(message: FromWorker): void {
    switch (message.type) {
      case "progress":
        this.change(message);
        this.watchBoot();
        break;
      case "ready":
        this.timings = message.timings;
        this.change(message);
        this.watchBoot();
        break;
      case "fatal":
        this.die({ name: message.name, message: message.message });
        break;
      case "fetch":
        void this.fetchForWorker(message.id, message.url);
        break;
      case "error":
        this.calls.fail(message.id, message);
        break;
      case "response": {
        // Responses of these statuses must not have a body, not even an empty one.
        const body = [204, 205, 304].includes(message.status) ? null : message.body;
        const headers = message.headers.map(([name, value]): [string, string] => [name, value]);
        this.calls.settle(message.id, new Response(body, { status: message.status, headers }));
        break;
      }
      case "opened":
        this.calls.settle(message.id, message.sources);
        break;
      case "postponed":
        this.calls.postpone(message.id);
        break;
      case "closed":
        this.calls.settle(message.id, undefined);
        break;
    }
  }

  private async fetchForWorker(id: number, url: string): Promise<void> {
    const worker = this.worker;
    try {
      const response = await (this.options.fetchAsset ?? fetch)(url);
      const body = await response.arrayBuffer();
      const contentType = response.headers.get("content-type") ?? "";
      const answer = { status: response.status, contentType, body };
      if (this.worker === worker) this.post({ type: "fetched", id, answer }, [body]);
    } catch (error) {
      if (this.worker === worker) this.post({ type: "fetched", id, answer: errorData(error) });
    }
  }

  private die(error: ErrorData): void {
    this.stop();
    this.change({ type: "fatal", ...error });
    this.calls.failAll(error);
  }

  private change(event: LoadEvent): void {
    const next = nextState(this.state, event);
    if (next === this.state) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}
