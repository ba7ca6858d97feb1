import type { LoadState } from "../../../wasm/load-state";
import type { LostSource, OpenedSource, OpenFile } from "../../../wasm/protocol";
import type { Chosen } from "../files/chosen";
import { withKnownParts } from "./companions";
import { coreState } from "./coreState";
import type { FileEntry, FileFate, Host, HostRequest, HostState } from "./host";
import { findRepeats } from "./repeats";

/** The half of the worker that lives in the page. */
export interface Carrier {
  readonly state: LoadState;
  subscribe(listener: () => void): () => void;
  open(files: readonly OpenFile[]): Promise<readonly OpenedSource[]>;
  close(source: number): Promise<void>;
  fetch(path: string, init?: HostRequest): Promise<Response>;
  /** Opens the same files again. */
  restart(): Promise<void>;
  /** Files that a restart, asked for or not, could not open again. */
  onLost(listener: (lost: LostSource) => void): () => void;
}

interface Entry extends FileEntry {
  /** The database and its companions, kept so that a late companion can be added. */
  readonly parts: readonly Chosen[];
}

/** The user brings files; Python in a worker answers about them. */
export class SiteHost implements Host {
  readonly kind = "site";
  readonly capabilities = { openFiles: true };
  private entries: readonly Entry[] = [];
  private current: HostState;
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(private readonly carrier: Carrier) {
    this.current = { core: coreState(carrier.state), files: [] };
    carrier.subscribe(() => this.update(this.entries));
    carrier.onLost((lost) => this.refuse(lost));
  }

  state = (): HostState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  fetch(path: string, init?: HostRequest): Promise<Response> {
    return this.carrier.fetch(path, init);
  }

  async open(chosen: readonly Chosen[]): Promise<void> {
    const { fresh, same, outdated } = await findRepeats(chosen, this.entries);
    const batch = withKnownParts(fresh, this.entries);
    const replaced = new Set([...outdated.map(({ id }) => id), ...batch.replaces]);
    await Promise.all([...replaced].map((id) => this.close(id)));
    const entries = batch.files.map((one) => this.entryOf(one));
    // What is still being read shows already.
    const open = same.filter(({ fate }) => fate.status === "open");
    const repeated = open.map((entry) => this.repeatOf(entry));
    this.update([...this.entries.filter(isFile), ...entries, ...repeated]);
    await this.read(entries);
  }

  async close(fileId: string): Promise<void> {
    const entry = this.entries.find(({ id }) => id === fileId);
    if (!entry) return;
    // Sent first: the update makes pages ask again, and the answer must be without the file.
    const closed = this.letGo(entry);
    this.update(this.entries.filter((one) => one.id !== fileId && isFile(one)));
    await closed;
  }

  private async letGo({ fate }: Entry): Promise<void> {
    // A core that died has nothing open any more.
    if (fate.status === "open") await this.carrier.close(fate.source).catch(() => undefined);
  }

  async restart(): Promise<void> {
    const waiting = this.entries.filter(({ fate }) => fate.status === "waiting");
    await Promise.all([this.carrier.restart(), this.read(waiting)]);
  }

  private refuse({ source, error }: LostSource): void {
    const lost = this.entries.filter(
      ({ fate }) => fate.status === "open" && fate.source === source,
    );
    this.setFate(lost, { status: "refused", ...error });
  }

  /** Has the files read; without a working core they go on waiting for its restart. */
  private async read(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const files = entries.flatMap(({ parts }, at) => parts.map(({ file }) => ({ file, at })));
    try {
      const sources = await this.carrier.open(files.map(({ file }) => ({ name: file.name, file })));
      const opened = sources.map((source) => {
        const own = new Set(source.files.flatMap((position) => files[position]?.at ?? []));
        return sourceEntry(
          source,
          entries.filter((_, at) => own.has(at)),
        );
      });
      const wanted = opened.filter((entry) => includes(this.entries, entry));
      // What was closed while it was being read stays closed.
      const unwanted = opened.filter((entry) => !wanted.includes(entry));
      const closed = unwanted.map((entry) => this.letGo(entry));
      this.update([...this.entries.filter((entry) => !includes(entries, entry)), ...wanted]);
      await Promise.all(closed);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const refused: FileFate = { status: "refused", kind: "unexpected", message };
      this.setFate(entries, this.isDown() ? { status: "waiting" } : refused);
    }
  }

  private isDown(): boolean {
    return this.carrier.state.status !== "ready";
  }

  private entryOf(chosen: Chosen): Entry {
    const { name, size } = chosen.file;
    const status = this.isDown() ? "waiting" : "reading";
    return { id: this.newId(), name, size, parts: [chosen], fate: { status } };
  }

  /** Says that a file was open already. Without parts, for it holds nothing. */
  private repeatOf({ name, size }: Entry): Entry {
    return { id: this.newId(), name, size, parts: [], fate: { status: "repeated" } };
  }

  private newId(): string {
    this.lastId += 1;
    return `file-${this.lastId}`;
  }

  private setFate(entries: readonly Entry[], fate: FileFate): void {
    this.update(this.entries.map((one) => (includes(entries, one) ? { ...one, fate } : one)));
  }

  private update(entries: readonly Entry[]): void {
    const core = coreState(this.carrier.state);
    this.entries = core.status === "ready" ? entries.map(nowReading) : entries;
    this.current = { core, files: this.entries };
    for (const listener of this.listeners) listener();
  }
}

/** One entry for a database with its companions, in the place of one for each file. */
function sourceEntry(source: OpenedSource, own: readonly Entry[]): Entry {
  const parts = own.flatMap((entry) => entry.parts);
  return {
    id: own[0]?.id ?? source.name,
    name: source.name,
    size: parts.reduce((sum, { file }) => sum + file.size, 0),
    parts,
    fate: fateOf(source),
  };
}

function fateOf({ index, error }: OpenedSource): FileFate {
  if (index !== undefined) return { status: "open", source: index };
  const { kind, message } = error ?? { kind: "unexpected", message: "It could not be opened." };
  return { status: "refused", kind, message };
}

function nowReading(entry: Entry): Entry {
  return entry.fate.status === "waiting" ? { ...entry, fate: { status: "reading" } } : entry;
}

/** A word about a repeat goes with the next thing that the user does. */
function isFile({ fate }: Entry): boolean {
  return fate.status !== "repeated";
}

function includes(entries: readonly Entry[], entry: Entry): boolean {
  return entries.some(({ id }) => id === entry.id);
}
