/** Every message between a page and its worker. Both halves are typed by this file alone. */

/** An error as plain data: an Error object cannot cross to every kind of worker. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
}

/**
 * What a page waits for: Python itself, the memory snapshot that stands in for it, Python
 * packages, the bytes of a file; "done" ends the wait.
 */
export type Stage = "runtime" | "snapshot" | "packages" | "reading" | "done";

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  /** 0 when it cannot be told. */
  readonly total: number;
}

/** `manifest.json` of the runtime folder. */
export interface Manifest {
  readonly pyodide: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** What is known of the way between the worker and its runtime files. */
export interface Link {
  /** The files come from this machine. */
  readonly local: boolean;
  readonly megabitsPerSecond?: number;
  readonly saveData: boolean;
  /** The snapshot is there compressed only. */
  readonly packed?: boolean;
}

export interface Assets {
  /** Absolute address of the runtime folder, with a slash at its end. */
  readonly base: string;
  readonly manifest: Manifest;
  readonly link: Link;
  /** "page": the worker may not fetch by itself and asks the page to (VS Code). */
  readonly transport: "network" | "page";
}

export interface OpenFile {
  readonly name: string;
  readonly file: Blob;
}

/** What became of a file; `files` are the positions, in the message, of it and its siblings. */
export interface OpenedSource {
  readonly name: string;
  readonly files: readonly number[];
  readonly index?: number;
  readonly error?: { readonly kind: string; readonly message: string };
}

/** A source that was open before a restart and could not be opened again. */
export interface LostSource {
  readonly source: number;
  readonly error: NonNullable<OpenedSource["error"]>;
}

/** Milliseconds since the worker's script began to run. */
export interface Timings {
  readonly boot: "snapshot" | "plain";
  readonly python: number;
  readonly ready: number;
  /** Why a snapshot was not used although it was wanted. */
  readonly fallback?: string;
}

export type ToWorker =
  | { readonly type: "init"; readonly assets: Assets }
  | {
      readonly type: "open";
      readonly id: number;
      readonly files: readonly OpenFile[];
      /** The index of the one file of the message: from before a restart, or of its older state. */
      readonly source?: number;
    }
  | {
      readonly type: "request";
      readonly id: number;
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: Uint8Array;
    }
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "close"; readonly id: number; readonly source: number }
  | { readonly type: "fetched"; readonly id: number; readonly answer: FetchedAsset | ErrorData };

export interface FetchedAsset {
  readonly status: number;
  readonly contentType: string;
  readonly body: ArrayBuffer;
}

export type FromWorker =
  | ({ readonly type: "progress" } & Progress)
  | { readonly type: "ready"; readonly timings: Timings }
  /** The worker is of no more use: Python did not start, or broke beyond repair. */
  | ({ readonly type: "fatal" } & ErrorData)
  | {
      readonly type: "response";
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer;
    }
  | { readonly type: "opened"; readonly id: number; readonly sources: readonly OpenedSource[] }
  | { readonly type: "closed"; readonly id: number }
  /** A request waits for packages, and others go first. */
  | { readonly type: "postponed"; readonly id: number }
  | ({ readonly type: "error"; readonly id: number } & ErrorData)
  | { readonly type: "fetch"; readonly id: number; readonly url: string };

export function errorData(error: unknown): ErrorData {
  if (error instanceof Error) return { name: error.name, message: error.message };
  if (typeof error === "object" && error !== null && "name" in error && "message" in error) {
    return { name: String(error.name), message: String(error.message) };
  }
  return { name: "Error", message: String(error) };
}

/** An error that crossed from the other side, or happened in between. */
export class WorkerError extends Error {
  constructor(data: ErrorData) {
    super(data.message);
    this.name = data.name;
  }
}
