/** The files of the runtime folder: fetched, counted, and checked before they are used. */
import type { ByteCounter } from "./byte-counter";
import type { Assets } from "./protocol";

export const WASM = "pyodide.asm.wasm";
export const LOCK = "pyodide-lock.json";
export const CORE = "core.zip";
export const SNAPSHOT = "snapshot.bin";
// Compressed, and not named so: some servers mark `.gz` as an encoding, which browsers undo.
const SNAPSHOT_PACKED = "snapshot.packed";
const CACHE = "optuna-dashboard";

const MAGIC: Readonly<Record<string, readonly number[]>> = {
  wasm: [0x00, 0x61, 0x73, 0x6d],
  zip: [0x50, 0x4b, 0x03, 0x04],
  whl: [0x50, 0x4b, 0x03, 0x04],
  packed: [0x1f, 0x8b],
  bin: [0x00, 0x73, 0x6e, 0x70],
};

export type FetchAsset = (url: string, init?: RequestInit) => Promise<Response>;

/** A runtime file did not come, or came wrong. */
export class AssetError extends Error {
  override readonly name = "AssetError";
}

export class AssetStore {
  /** Rejects with the first failure; Pyodide itself would only log it, and wait for ever. */
  readonly failed: Promise<never>;
  private fail: (error: unknown) => void = () => undefined;

  constructor(
    private readonly assets: Assets,
    private readonly fetchAsset: FetchAsset,
    readonly counter: ByteCounter,
  ) {
    this.failed = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  get base(): string {
    return this.assets.base;
  }

  /** The name of a runtime file by its address; undefined for any other address. */
  nameOf(url: string): string | undefined {
    if (!url.startsWith(this.base)) return undefined;
    return url.slice(this.base.length).split("?")[0];
  }

  /** Compiles as the bytes arrive; when that does not work, finds out why and says it. */
  async compile(): Promise<WebAssembly.Module> {
    const response = await this.response(WASM);
    if (response.headers.get("content-type")?.startsWith("application/wasm")) {
      this.counter.expect(this.size(WASM));
      const compiled = await WebAssembly.compileStreaming(response).catch(() => undefined);
      this.counter.add(this.size(WASM));
      if (compiled) return compiled;
    }
    const bytes = await this.bytes(WASM);
    return WebAssembly.compile(bytes).catch((error: unknown) => this.reject(error));
  }

  async json(name: string): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.bytes(name)));
  }

  /** A whole file of the expected length and kind. */
  async bytes(name: string, init?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.response(name, init);
    this.counter.expect(this.size(name));
    const stream = response.body?.pipeThrough(this.counter.stream());
    return this.collect(stream ?? null, name);
  }

  /** The memory to start from: out of the cache, plain from this machine, else compressed. */
  async snapshot(): Promise<Uint8Array<ArrayBuffer>> {
    const { local, packed } = this.assets.link;
    if (packed) return this.inflateSnapshot();
    if (local) return this.bytes(SNAPSHOT);
    const cached = await this.cachedSnapshot();
    return cached ? this.collect(cached.body, SNAPSHOT) : this.inflateSnapshot();
  }

  async cachedSnapshot(): Promise<Response | undefined> {
    // Absent in insecure contexts; throws where site data is blocked.
    return globalThis.caches?.match(this.url(SNAPSHOT)).catch(() => undefined);
  }

  /** Keeps the snapshot for the next visit, in the place of that of an older release. */
  async keepSnapshot(): Promise<void> {
    if (!globalThis.caches || (await this.cachedSnapshot())) return;
    const url = this.url(SNAPSHOT);
    const cache = await caches.open(CACHE);
    const bytes = await this.inflateSnapshot({ priority: "low" });
    for (const old of await cache.keys()) {
      if (old.url.split("?")[0] === url.split("?")[0]) await cache.delete(old);
    }
    await cache.put(url, new Response(bytes));
  }

  private async inflateSnapshot(init?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.response(SNAPSHOT_PACKED, init);
    this.counter.expect(this.size(SNAPSHOT_PACKED));
    const stream = response.body
      ?.pipeThrough(this.counter.stream())
      .pipeThrough(new DecompressionStream("gzip"));
    return this.collect(stream ?? null, SNAPSHOT);
  }

  private async response(name: string, init?: RequestInit): Promise<Response> {
    this.size(name);
    const response = await this.fetchAsset(this.url(name), init).catch((error: unknown) =>
      this.reject(new AssetError(`${name} could not be downloaded (${String(error)}).`)),
    );
    if (response.ok) return response;
    return this.reject(new AssetError(`The server answered ${response.status} to ${name}.`));
  }

  private async collect(
    stream: ReadableStream<Uint8Array> | null,
    name: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size(name));
    const reader = stream?.getReader();
    let at = 0;
    for (;;) {
      const part = await reader?.read().catch((error: unknown) => this.broken(name, at, error));
      if (!part || part.done) break;
      if (at === 0) this.checkKind(name, part.value);
      const end = at + part.value.length;
      if (end > bytes.length) return this.broken(name, end);
      bytes.set(part.value, at);
      at = end;
    }
    return at === bytes.length ? bytes : this.broken(name, at);
  }

  private checkKind(name: string, start: Uint8Array): void {
    const magic = MAGIC[name.slice(name.lastIndexOf(".") + 1)];
    if (!magic || magic.every((byte, at) => start[at] === byte)) return;
    const text = new TextDecoder().decode(start.subarray(0, 200)).trimStart();
    const what = text.startsWith("<") ? "a web page" : "something else";
    this.reject(new AssetError(`The server sent ${what} instead of ${name}.`));
  }

  private broken(name: string, received: number, error?: unknown): never {
    const cause = error === undefined ? "" : ` (${String(error)})`;
    return this.reject(
      new AssetError(
        `${name} came broken: ${received} bytes instead of ${this.size(name)}${cause}.`,
      ),
    );
  }

  /** The address names the content, so that no cache gives the file of another release. */
  private url(name: string): string {
    return `${this.base}${name}?v=${this.assets.manifest.files[name]?.sha256.slice(0, 12)}`;
  }

  size(name: string): number {
    const entry = this.assets.manifest.files[name];
    return entry ? entry.bytes : this.reject(new AssetError(`${name} is not part of the site.`));
  }

  private reject(error: unknown): never {
    this.fail(error);
    throw error;
  }
}
