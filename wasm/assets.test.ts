import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { AssetStore } from "./assets";
import { ByteCounter } from "./byte-counter";
import type { Link } from "./protocol";

const BASE = "https://example.org/runtime/";
const ZIP = new Uint8Array([0x50, 0x4b, 3, 4, 5, 6]);
const SNAPSHOT = new Uint8Array([0, 0x73, 0x6e, 0x70, 1, 2, 3]);
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

function store(answer: (url: string) => Response | Promise<Response>, link: Partial<Link> = {}) {
  const file = (bytes: number) => ({ bytes, sha256: "0123456789abcdef" });
  const files = {
    "core.zip": file(ZIP.length),
    "pyodide.asm.wasm": file(EMPTY_WASM.length),
    "snapshot.bin": file(SNAPSHOT.length),
    "snapshot.packed": file(gzipSync(SNAPSHOT).length),
  };
  const assets = {
    base: BASE,
    manifest: { pyodide: "1", files },
    link: { local: false, saveData: false, ...link },
    transport: "network" as const,
  };
  return new AssetStore(
    assets,
    async (url) => answer(url),
    new ByteCounter("runtime", () => undefined),
  );
}

test("the address names the content", async () => {
  const urls: string[] = [];
  const assets = store((url) => {
    urls.push(url);
    return new Response(ZIP);
  });
  expect(await assets.bytes("core.zip")).toEqual(ZIP);
  expect(urls).toEqual([`${BASE}core.zip?v=0123456789ab`]);
  expect(assets.nameOf(urls[0] ?? "")).toBe("core.zip");
  expect(assets.nameOf("https://example.org/other")).toBeUndefined();
});

test.each([
  ["a status", () => new Response("", { status: 503 }), "The server answered 503 to core.zip."],
  [
    "a page",
    () => new Response("\n<!doctype html><p>Not here</p>"),
    "The server sent a web page instead of core.zip.",
  ],
  [
    "other bytes",
    () => new Response("hello"),
    "The server sent something else instead of core.zip.",
  ],
  [
    "too few bytes",
    () => new Response(ZIP.slice(0, 5)),
    "core.zip came broken: 5 bytes instead of 6.",
  ],
  ["nothing", () => new Response(null), "core.zip came broken: 0 bytes instead of 6."],
  [
    "too many bytes",
    () => new Response(new Uint8Array([...ZIP, 0])),
    "core.zip came broken: 7 bytes instead of 6.",
  ],
  [
    "no connection",
    () => Promise.reject(new TypeError("Failed to fetch")),
    "core.zip could not be downloaded (TypeError: Failed to fetch).",
  ],
])("%s is said", async (_, answer, message) => {
  const assets = store(answer);
  await expect(assets.bytes("core.zip")).rejects.toMatchObject({ name: "AssetError", message });
  await expect(assets.failed).rejects.toMatchObject({ message });
});

test("a connection that breaks midway is said", async () => {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(ZIP.slice(0, 4));
      setTimeout(() => controller.error(new TypeError("network error")), 5);
    },
  });
  await expect(store(() => new Response(stream)).bytes("core.zip")).rejects.toThrow(
    "core.zip came broken: 4 bytes instead of 6 (TypeError: network error).",
  );
});

test("a file that the manifest does not know is said", async () => {
  await expect(store(() => new Response(ZIP)).bytes("other.whl")).rejects.toThrow(
    "other.whl is not part of the site.",
  );
});

test("the first failure is the one that counts", async () => {
  const assets = store((url) => new Response("", { status: url.includes("core") ? 500 : 404 }));
  await expect(assets.bytes("core.zip")).rejects.toThrow();
  await expect(assets.bytes("snapshot.bin")).rejects.toThrow();
  await expect(assets.failed).rejects.toThrow("The server answered 500 to core.zip.");
});

test("the snapshot comes as it is from this machine, compressed from afar or if it is only so", async () => {
  const answer = (url: string) =>
    new Response(url.includes("packed") ? new Uint8Array(gzipSync(SNAPSHOT)) : SNAPSHOT);
  const urls: string[] = [];
  const listening = (url: string) => {
    urls.push(url.slice(BASE.length).split("?")[0] ?? "");
    return answer(url);
  };
  expect(await store(listening, { local: true }).snapshot()).toEqual(SNAPSHOT);
  expect(await store(listening).snapshot()).toEqual(SNAPSHOT);
  expect(await store(listening, { local: true, packed: true }).snapshot()).toEqual(SNAPSHOT);
  expect(urls).toEqual(["snapshot.bin", "snapshot.packed", "snapshot.packed"]);
});

test.each(["application/wasm", "application/octet-stream"])("compiles %s", async (type) => {
  const headers = { "content-type": type };
  const module = await store(() => new Response(EMPTY_WASM, { headers })).compile();
  expect(module).toBeInstanceOf(WebAssembly.Module);
});

test("WebAssembly that does not compile is looked into", async () => {
  const headers = { "content-type": "application/wasm" };
  const assets = store(() => new Response("<html>", { headers }));
  await expect(assets.compile()).rejects.toThrow(
    "The server sent a web page instead of pyodide.asm.wasm.",
  );
  const broken = new Uint8Array(EMPTY_WASM);
  broken[4] = 9;
  const invalid = store(() => new Response(broken, { headers }));
  await expect(invalid.compile()).rejects.toThrow(/version/);
  await expect(invalid.failed).rejects.toThrow(/version/);
});
