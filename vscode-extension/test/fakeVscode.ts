/** As much of VS Code as the extension uses, on a file system in memory. */

import { vi } from "vitest";
import type { ChangedFile, FilePart } from "../src/messages";

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query = "",
  ) {}

  static file(path: string): Uri {
    return new Uri("file", path);
  }

  static joinPath(base: Uri, ...parts: string[]): Uri {
    return Uri.file(new URL(parts.join("/"), `file://${base.path}/`).pathname.replace(/\/$/, ""));
  }

  with({ path = this.path, query = this.query }: { path?: string; query?: string }): Uri {
    return new Uri(this.scheme, path, query);
  }

  toString(): string {
    return `${this.scheme}://${encodeURI(this.path)}`;
  }
}

export class Disposable {
  constructor(readonly dispose: () => void) {}

  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

type Listener<T> = (value: T) => unknown;

export class EventEmitter<T> {
  private readonly listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  get size(): number {
    return this.listeners.size;
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class RelativePattern {
  constructor(
    readonly base: Uri,
    readonly pattern: string,
  ) {}
}

export class FileSystemError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** Files by their path. `mtime` counts the writes, which makes all of them old, or is the `clock`. */
export class Disk {
  private readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  private writes = 0;
  clock: (() => number) | undefined;
  /** Called before each reading, to write in between. */
  beforeRead: (path: string) => void = () => undefined;

  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.writes += 1;
    this.files.set(path, { bytes, mtime: this.clock?.() ?? this.writes });
  }

  remove(path: string): void {
    this.files.delete(path);
  }

  text(path: string): string {
    return new TextDecoder().decode(this.get(path).bytes);
  }

  readonly stat = async ({ path }: Uri) => {
    const { bytes, mtime } = this.get(path);
    return { mtime, size: bytes.length };
  };

  readonly readFile = async ({ path }: Uri) => {
    this.beforeRead(path);
    // As the Node host does.
    return Buffer.from(this.get(path).bytes);
  };

  readonly writeFile = async ({ path }: Uri, bytes: Uint8Array) => this.write(path, bytes);

  private get(path: string) {
    const file = this.files.get(path);
    if (!file) throw new FileSystemError("FileNotFound", `${path} (FileSystemError)`);
    return file;
  }
}

/** What a test can set, look at and set off. */
export class World {
  readonly disk = new Disk();
  readonly touched = new EventEmitter<Uri>();
  readonly configured = new EventEmitter<{ affectsConfiguration(name: string): boolean }>();
  readonly settings = new Map<string, unknown>();
  readonly commands = new Map<string, (...args: never[]) => unknown>();
  readonly executed: unknown[][] = [];
  readonly errors: string[] = [];
  chosen: Uri[] | undefined;
  saveTo: Uri | undefined;
  proposed: Uri | undefined;
  provider: unknown;

  /** Writes a file, and VS Code hears of it. */
  touch(path: string, content: string): void {
    this.disk.write(path, content);
    this.touched.fire(Uri.file(path));
  }

  configure(name: string, value: unknown): void {
    this.settings.set(name, value);
    this.configured.fire({ affectsConfiguration: (one) => one === name });
  }
}

export let world = new World();

export function newWorld(): World {
  world = new World();
  return world;
}

export const workspace = {
  get fs() {
    return world.disk;
  },
  createFileSystemWatcher: ({ base }: RelativePattern) => {
    const inFolder = (listener: Listener<Uri>) =>
      world.touched.event((uri) => uri.path.startsWith(`${base.path}/`) && listener(uri));
    const never = () => new Disposable(() => undefined);
    return { onDidChange: inFolder, onDidCreate: never, onDidDelete: never, dispose: vi.fn() };
  },
  onDidChangeConfiguration: (listener: Listener<{ affectsConfiguration(name: string): boolean }>) =>
    world.configured.event(listener),
  getConfiguration: () => ({
    get: (name: string, fallback: unknown) => world.settings.get(name) ?? fallback,
  }),
};

export const window = {
  registerCustomEditorProvider: (viewType: string, provider: unknown, options: unknown) => {
    world.provider = { viewType, provider, options };
    return new Disposable(() => undefined);
  },
  showOpenDialog: async () => world.chosen,
  showSaveDialog: async ({ defaultUri }: { defaultUri: Uri }) => {
    world.proposed = defaultUri;
    return world.saveTo;
  },
  showErrorMessage: async (message: string) => void world.errors.push(message),
};

export const commands = {
  registerCommand: (name: string, run: (...args: never[]) => unknown) => {
    world.commands.set(name, run);
    return new Disposable(() => world.commands.delete(name));
  },
  executeCommand: async (...args: unknown[]) => void world.executed.push(args),
};

/** A webview panel whose page is the test. */
export class FakePanel {
  private readonly received = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<void>();
  readonly posted: unknown[] = [];
  readonly webview = {
    options: {} as Record<string, unknown>,
    html: "",
    cspSource: "https://*.example.org",
    asWebviewUri: ({ path }: Uri) => `https://files.example.org${encodeURI(path)}`,
    onDidReceiveMessage: this.received.event,
    postMessage: async (message: unknown) => {
      // Messages cross as JSON would have it, apart from plain arrays of bytes.
      const parts = (message as { files?: readonly (FilePart | ChangedFile)[] }).files ?? [];
      for (const { bytes } of parts.flatMap(plainParts)) {
        if (Object.getPrototypeOf(bytes) !== Uint8Array.prototype) throw new Error("not plain");
      }
      this.posted.push(message);
      return true;
    },
  };
  readonly onDidDispose = this.disposed.event;
  private readonly viewState = new EventEmitter<void>();
  readonly onDidChangeViewState = this.viewState.event;
  visible = true;

  show(visible: boolean): void {
    this.visible = visible;
    this.viewState.fire();
  }

  say(message: unknown): void {
    this.received.fire(message);
  }

  dispose(): void {
    this.disposed.fire();
  }
}

function plainParts(part: FilePart | ChangedFile): readonly { readonly bytes: Uint8Array }[] {
  return "blocks" in part ? part.blocks : [part];
}
