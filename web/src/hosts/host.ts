import type { Chosen } from "../files/chosen";
import type { Look } from "../theme/look";

/** What carries the page's requests to the Python core, and how it is doing. */
export interface Host {
  /** Who answers: a worker of this page ("site"), or the server that sent the page. */
  readonly kind: "site" | "server";
  readonly capabilities: Capabilities;
  /** Answers like `window.fetch` would: any status resolves, a dead host rejects. */
  fetch(path: string, init?: HostRequest): Promise<Response>;
  /**
   * Where players find what `fetch` would answer, to take it piece by piece; only of a host whose
   * answers have addresses.
   */
  readonly addressOf?: (path: string) => string;
  /** Opens files that the user chose or dropped; their fate shows in `state().files`. */
  open(chosen: readonly Chosen[]): Promise<void>;
  /** Removes a file from the list and, when it was open, from the core. */
  close(fileId: string): Promise<void>;
  /** Starts the core again after it failed or died, with the files that were open. */
  restart(): Promise<void>;
  state(): HostState;
  subscribe(listener: () => void): () => void;
  /** The look that the host has around the page; without it the page has its own. */
  readonly appearance?: Appearance;
  /** Where the built pages are, for a host that has them elsewhere than beside the document. */
  readonly pages?: string;
  /** Where the reader is now, for a host that has to bring them back there. */
  readonly keepPlace?: (address: string) => void;
}

export interface Appearance {
  /** The look now; another object when it has changed. */
  look(): Look;
  subscribe(listener: () => void): () => void;
}

/** The part of `RequestInit` that every host carries. */
export interface HostRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

export interface Capabilities {
  /** The user brings files; without this, the studies are those of the server's storage. */
  readonly openFiles: boolean;
}

export interface HostState {
  readonly core: CoreState;
  readonly files: readonly FileEntry[];
}

/** A tagged union, so that a late progress message cannot undo a failure. */
export type CoreState =
  | { readonly status: "booting"; readonly progress: Progress }
  /** `progress` is there while a file or packages are being loaded. */
  | { readonly status: "ready"; readonly progress?: Progress }
  | { readonly status: "failed"; readonly cause: string }
  | { readonly status: "dead"; readonly cause: string };

export interface Progress {
  readonly stage: string;
  readonly done: number;
  /** 0 when it cannot be told. */
  readonly total: number;
}

export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly fate: FileFate;
}

export type FileFate =
  | { readonly status: "waiting" }
  | { readonly status: "reading" }
  /** `outdated` says why what is shown is not the file as it is now. */
  | { readonly status: "open"; readonly source: number; readonly outdated?: string }
  /** Nothing new: the file of this name was open already. */
  | { readonly status: "repeated" }
  | { readonly status: "refused"; readonly kind: string; readonly message: string };
