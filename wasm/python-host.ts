/** The TypeScript side of `worker.py`: files and requests in, plain data out. */
import type { PyodideAPI } from "pyodide";
import type { PyBufferView, PyProxy } from "pyodide/ffi";
import { bundle } from "./bundles";
import type { ByteCounter } from "./byte-counter";
import { baseName, Mounts } from "./files";
import { type ErrorData, errorData, type OpenedSource, type OpenFile } from "./protocol";

/** `worker.Host`, as it looks from here. */
interface Host extends PyProxy {
  open_files(files: string): string;
  close(source: number): void;
  request(method: string, target: string, headers: string, body?: Uint8Array): PyProxy;
}

type Bytes = PyProxy & { getBuffer(type: "u8"): PyBufferView & { data: Uint8Array } };

/** `rehearsal.rehearse()`, as it looks from here. */
interface Rehearsal extends PyProxy {
  next(): { readonly done?: boolean };
}

export interface Answer {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: ArrayBuffer;
}

export class PythonHost {
  private readonly host: Host;
  private rehearsal: Rehearsal | undefined;
  private readonly mounts: Mounts;
  private readonly paths = new Map<number, string>();

  constructor(
    private readonly pyodide: PyodideAPI,
    inMemory?: number,
  ) {
    const module = pyodide.pyimport("worker");
    // A copy: the attribute would go with the module that it is borrowed from.
    this.host = module.host.copy();
    module.destroy();
    const rehearsal = pyodide.pyimport("rehearsal");
    this.rehearsal = rehearsal.rehearse();
    rehearsal.destroy();
    this.mounts = new Mounts(pyodide.FS, inMemory);
  }

  async open(
    files: readonly OpenFile[],
    counter: ByteCounter,
    source?: number,
  ): Promise<OpenedSource[]> {
    counter.expect(files.reduce((sum, { file }) => sum + file.size, 0));
    const opened: OpenedSource[] = [];
    for (const one of bundle(files.map((file) => file.name))) {
      const name = files[one.main]?.name ?? "";
      const positions = [one.main, ...one.siblings.map((sibling) => sibling.at)];
      const fate = await this.mounts
        .add(files, one, counter)
        .then((path) => this.openPath(path, baseName(name), source))
        .catch((error: unknown) => {
          if (isFatal(error)) throw error;
          return { error: unreadable(name, error) };
        });
      opened.push({ name, files: positions, ...fate });
    }
    return opened;
  }

  close(source: number): void {
    this.host.close(source);
    this.unmount(source);
  }

  private unmount(source: number): void {
    const path = this.paths.get(source);
    if (path !== undefined) this.mounts.remove(path);
    this.paths.delete(source);
  }

  request(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: Uint8Array,
  ): Answer {
    const result = this.host.request(method, path, JSON.stringify(headers), body);
    const [status, pairs, content] = result as unknown as [number, string, Bytes];
    const buffer = content.getBuffer("u8");
    const bytes = buffer.data.slice().buffer as ArrayBuffer;
    buffer.release();
    content.destroy();
    result.destroy();
    return { status, headers: JSON.parse(pairs), body: bytes };
  }

  private openPath(
    path: string,
    label: string,
    source?: number,
  ): Pick<OpenedSource, "index" | "error"> {
    const question = [{ path, label, ...(source === undefined ? {} : { source }) }];
    const [fate] = JSON.parse(this.host.open_files(JSON.stringify(question)));
    if (fate.error) {
      this.mounts.remove(path);
    } else {
      this.unmount(fate.index);
      this.paths.set(fate.index, path);
    }
    return fate;
  }

  /**
   * Takes a step of the rehearsal, after which the user's first file is read and listed sooner;
   * false when there is none left.
   */
  rehearse(): boolean {
    if (this.rehearsal && !this.rehearsal.next().done) return true;
    this.endRehearsal();
    return false;
  }

  /** Once somebody asks in earnest, steps would be in the way. */
  endRehearsal(): void {
    const { rehearsal } = this;
    this.rehearsal = undefined;
    rehearsal?.destroy();
  }

  /** An error as the page gets it: a Python exception by its own name, without a traceback. */
  describe(error: unknown): ErrorData {
    if (!(error instanceof this.pyodide.ffi.PythonError)) return errorData(error);
    const last = error.message.trim().split("\n").at(-1) ?? "";
    return { name: error.type, message: last.slice(last.indexOf(": ") + 1).trim() };
  }
}

/** Whether the WebAssembly instance is beyond use after this error. */
export function isFatal(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  return typeof error === "object" && error !== null && "pyodide_fatal_error" in error;
}

/** Why the bytes of a file could not be had. */
function unreadable(name: string, error: unknown): { kind: string; message: string } {
  const { name: kind, message } = errorData(error);
  if (error instanceof RangeError) {
    return { kind: "too-large", message: `There is not enough memory for “${name}”.` };
  }
  const cause =
    kind === "NotReadableError" || kind === "NotFoundError"
      ? "it was changed, moved or locked after it was chosen. Choose it again."
      : message;
  return { kind: "unreadable", message: `“${name}” could not be read: ${cause}` };
}
