import type { LoadState } from "../../../wasm/load-state";
import type { LostSource, OpenedSource, OpenFile } from "../../../wasm/protocol";
import { type Chosen, chosenFrom } from "../files/chosen";
import { bundlesOf, withKnownParts } from "./companions";
import { coreState } from "./coreState";
import type { FileEntry, FileFate, Host, HostRequest, HostState } from "./host";
import { bundleName, findRepeats, isUnchanged, sharesFile } from "./repeats";

/** The half of the worker that lives in the page. */
export interface Carrier {
  readonly state: LoadState;
  subscribe(listener: () => void): () => void;
  open(files: readonly OpenFile[]): Promise<readonly OpenedSource[]>;
  /** Puts files in the place of a source, which stays as it was when they are refused. */
  replace(source: number, files: readonly OpenFile[]): Promise<OpenedSource | undefined>;
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
  /** The source whose place the file takes, so that the addresses of its studies stay. */
  readonly place?: number;
  /** A newer state that was refused: it is not tried again until it changes. */
  readonly refused?: readonly Chosen[];
}

/** The user brings files; Python in a worker answers about them. */
export class SiteHost implements Host {
  readonly kind = "site";
  readonly capabilities = { openFiles: true };
  private entries: readonly Entry[] = [];
  /** Files that were open once: opened again they have their old place. */
  private readonly past = new Map<number, readonly Chosen[]>();
  private current: HostState;
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(private readonly carrier: Carrier) {
    this.current = { core: coreState(carrier.state), files: [] };
    carrier.subscribe(() => this.onCore());
    carrier.onLost((lost) => this.refuse(lost));
  }

  /** The core repeats what it was opening when it died, but no replacement. */
  private onCore(): void {
    const waiting = this.entries.filter(isWaitingInPlace);
    this.update(this.entries);
    if (!this.isDown()) void this.read(waiting);
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
    const { files, replaces } = withKnownParts(fresh, this.entries);
    const replaced = this.entries.filter(
      (entry) => includes(outdated, entry) || replaces.includes(entry.id),
    );
    const entries = await this.entriesOf(files, replaced);
    // What is replaced stays on screen until the newer state was read.
    const gone = replaced.filter(({ fate }) => !takesPlace(entries, fate));
    await Promise.all(gone.map(({ id }) => this.close(id)));
    // What is still being read shows already.
    const open = same.filter(({ fate }) => fate.status === "open");
    const repeated = open.map((entry) => this.repeatOf(entry));
    this.update([...this.entries.filter(isFile), ...entries, ...repeated]);
    await this.read(entries);
  }

  /** One entry for each file, or for each database whose place is known. */
  private async entriesOf(
    files: readonly Chosen[],
    replaced: readonly Entry[],
  ): Promise<readonly Entry[]> {
    const entries = bundlesOf(files).map(async (parts) => {
      const place = await this.placeOf(parts, replaced);
      if (place === undefined) return parts.map((part) => this.entryOf([part]));
      return [{ ...this.entryOf(parts), place }];
    });
    return (await Promise.all(entries)).flat();
  }

  private async placeOf(
    parts: readonly Chosen[],
    replaced: readonly Entry[],
  ): Promise<number | undefined> {
    const shares = await Promise.all(replaced.map((entry) => sharesFile(parts, entry.parts)));
    const older = replaced.filter((_, at) => shares[at]);
    // A newer state that is still being read has the place of the older one.
    const places = new Set(older.flatMap(({ fate, place }) => sourceOf(fate) ?? place ?? []));
    if (older.length > 0) return places.size === 1 ? [...places][0] : undefined;
    for (const [source, files] of this.past) if (await sharesFile(parts, files)) return source;
    return undefined;
  }

  /** Open files, whole, of which a part is not any more as it was when it was read. */
  async changed(): Promise<readonly Chosen[]> {
    const open = this.entries.filter(({ fate }) => fate.status === "open");
    if (this.isDown()) return [];
    const found = open.map(async (entry) => {
      const now = await Promise.all(entry.parts.map(asItIs));
      const known = [...entry.parts, ...(entry.refused ?? [])];
      const isNew = now.some(({ file }) => !known.some((part) => isUnchanged(part.file, file)));
      // It may have been closed meanwhile.
      return isNew && includes(this.entries, entry) ? now : [];
    });
    return (await Promise.all(found)).flat();
  }

  async close(fileId: string): Promise<void> {
    const entry = this.entries.find(({ id }) => id === fileId);
    if (!entry) return;
    // A newer state that is being read stays, and needs the place. Else the core is told first:
    // the update makes pages ask again, and the answer must be without the file.
    const closed = takesPlace(this.entries, entry.fate) ? undefined : this.leave(entry);
    this.update(this.entries.filter((one) => one.id !== fileId && isFile(one)));
    await closed;
  }

  private leave(entry: Entry): Promise<void> {
    const source = sourceOf(entry.fate);
    if (source !== undefined) this.past.set(source, entry.parts);
    return this.letGo(entry);
  }

  private async letGo({ fate }: Entry): Promise<void> {
    // A core that died has nothing open any more.
    if (fate.status === "open") await this.carrier.close(fate.source).catch(() => undefined);
  }

  /** Starts the core again; while it is sound, reads the newer states again that were refused. */
  async restart(): Promise<void> {
    const outdated = this.entries.filter(isOutdated);
    if (outdated.length > 0 && !this.isDown()) return this.retry(outdated);
    const waiting = this.entries.filter(
      (entry) => entry.fate.status === "waiting" && !isWaitingInPlace(entry),
    );
    await Promise.all([this.carrier.restart(), this.read(waiting)]);
  }

  private async retry(outdated: readonly Entry[]): Promise<void> {
    const states = outdated.map(async ({ fate, parts, refused = parts }) => {
      const now = await Promise.all(refused.map(asItIs));
      const place = sourceOf(fate);
      return place === undefined ? [] : [{ ...this.entryOf(now), place }];
    });
    const entries = (await Promise.all(states)).flat();
    this.update([...this.entries, ...entries]);
    await this.read(entries);
  }

  private refuse({ source, error }: LostSource): void {
    const lost = this.entries.filter(({ fate }) => hasSource(fate, source));
    this.setFate(lost, { status: "refused", ...error });
  }

  /** Has the files read; without a working core they go on waiting for its restart. */
  private async read(entries: readonly Entry[]): Promise<void> {
    const placed = entries.filter(({ place }) => place !== undefined);
    const others = entries.filter(({ place }) => place === undefined);
    await Promise.all([this.readNew(others), ...placed.map((entry) => this.readInPlace(entry))]);
  }

  private async readNew(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const files = entries.flatMap(({ parts }, at) => parts.map(({ file }) => ({ file, at })));
    await this.attempt(entries, async () => {
      const sources = await this.carrier.open(files.map(({ file }) => openFile(file)));
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
    });
  }

  private async readInPlace({ place, ...one }: Entry): Promise<void> {
    if (place === undefined) return;
    const files = one.parts.map(({ file }) => openFile(file));
    await this.attempt([{ place, ...one }], async () => {
      const fate = fateOf(await this.carrier.replace(place, files));
      const older = this.entries.filter((entry) => hasSource(entry.fate, place));
      if (fate.status !== "open") return this.refuseInPlace({ place, ...one }, older, fate);
      // The newer state has another id: that is how pages notice that they are to ask again.
      const opened = { ...one, fate };
      const known = [...older, one];
      if (!this.entries.some((entry) => includes(known, entry))) {
        this.past.set(place, one.parts);
        return this.letGo(opened);
      }
      this.past.delete(place);
      this.update([...this.entries.filter((entry) => !includes(known, entry)), opened]);
    });
  }

  /** Has the outcome of reading shown; a failure is the fate of what was read. */
  private async attempt(entries: readonly Entry[], read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const refused: FileFate = { status: "refused", kind: "unexpected", message };
      this.setFate(entries, this.isDown() ? { status: "waiting" } : refused);
    }
  }

  /** What is shown stays, for it was sound; that there is something newer is said beside it. */
  private refuseInPlace(entry: Entry, older: readonly Entry[], fate: FileFate): void {
    if (older.length === 0 || fate.status !== "refused") {
      this.setFate([entry], fate);
      // The older state was closed meanwhile, and is still open in the core.
      if (entry.place !== undefined) void this.carrier.close(entry.place).catch(() => undefined);
      return;
    }
    const rest = this.entries.filter(({ id }) => id !== entry.id);
    this.update(
      rest.map((one) =>
        includes(older, one) && one.fate.status === "open"
          ? { ...one, refused: entry.parts, fate: { ...one.fate, outdated: fate.message } }
          : one,
      ),
    );
  }

  private isDown(): boolean {
    return this.carrier.state.status !== "ready";
  }

  private entryOf(parts: readonly Chosen[]): Entry {
    const [first] = parts;
    const name = parts.length > 1 && first ? bundleName(first) : (first?.file.name ?? "");
    const status = this.isDown() ? "waiting" : "reading";
    return { id: this.newId(), name, size: sizeOf(parts), parts, fate: { status } };
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
    size: sizeOf(parts),
    parts,
    fate: fateOf(source),
  };
}

/** A file without a handle, or that is out of reach now, stays as it was read. */
async function asItIs(part: Chosen): Promise<Chosen> {
  if (!part.handle) return part;
  return chosenFrom(part.handle).catch(() => part);
}

function sizeOf(parts: readonly Chosen[]): number {
  return parts.reduce((sum, { file }) => sum + file.size, 0);
}

function openFile(file: File): OpenFile {
  return { name: file.name, file };
}

function takesPlace(entries: readonly Entry[], fate: FileFate): boolean {
  return entries.some(({ place }) => place !== undefined && hasSource(fate, place));
}

function sourceOf(fate: FileFate): number | undefined {
  return fate.status === "open" ? fate.source : undefined;
}

function isOutdated({ fate }: Entry): boolean {
  return fate.status === "open" && fate.outdated !== undefined;
}

function isWaitingInPlace({ fate, place }: Entry): boolean {
  return fate.status === "waiting" && place !== undefined;
}

function hasSource(fate: FileFate, source: number | undefined): boolean {
  return fate.status === "open" && fate.source === source;
}

function fateOf(opened: OpenedSource | undefined): FileFate {
  const { index, error } = opened ?? {};
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
