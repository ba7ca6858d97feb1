/** The built pages in Chromium, under the webview's policy and without VS Code around them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch, serve } from "../../wasm/test/browser.mjs";
import type { ToExtension } from "../src/messages";
import { pageHtml } from "../src/page";

declare global {
  interface Window {
    give(name: string, bytes: readonly number[]): void;
    refuse(reason: string): void;
    state: unknown;
    sent: ToExtension[];
  }
}

const ROOT = resolve(import.meta.dirname, "../..");
const PAGES = join(ROOT, "vscode-extension/dist/pages");
const NO_POLICY_BUT_OURS = { headers: { "Content-Security-Policy": "" } };

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
  const pages: Record<string, string | Uint8Array> = {
    "/main.js": read("main.js"),
    // The browser asks for it, where VS Code does not.
    "/favicon.ico": "",
  };
  for (const name of readdirSync(join(PAGES, "assets"))) {
    pages[`/assets/${name}`] = read(`assets/${name}`);
  }
  server = await serve(pages);
  const webview = { cspSource: server.origin, asWebviewUri: () => server.origin };
  pages["/index.html"] = pageHtml(webview as never, {} as never, "study.db");
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(() => page.close());

function read(name: string): Uint8Array {
  return readFileSync(join(PAGES, name));
}

async function visit(faults: (typeof server)["faults"] = {}): Promise<void> {
  for (const path of Object.keys(server.faults)) delete server.faults[path];
  const assets = Object.fromEntries(
    ["/index.html", "/main.js"].map((path) => [path, NO_POLICY_BUT_OURS]),
  );
  Object.assign(server.faults, assets, faults);
  page = await browser.newPage();
  complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(standInForVsCode);
  await page.goto(`${server.origin}/index.html`);
}

/** Runs in the page, before it. */
function standInForVsCode(): void {
  const post = (data: unknown) => window.dispatchEvent(new MessageEvent("message", { data }));
  Object.assign(window, {
    sent: [],
    give: (name: string, bytes: readonly number[]) =>
      post({ type: "file", state: undefined, files: [{ name, bytes: new Uint8Array(bytes) }] }),
    refuse: (reason: string) => post({ type: "refused", kind: "too-large", reason }),
    acquireVsCodeApi: () => ({
      postMessage: (message: ToExtension) => window.sent.push(message),
      getState: () => undefined,
      setState: (state: unknown) => {
        window.state = state;
      },
    }),
  });
}

async function give(fixture: string): Promise<void> {
  const bytes = [...readFileSync(join(ROOT, "tests/fixtures", fixture))];
  await page.evaluate((content) => window.give("study.db", content), bytes);
}

const studies = () => page.getByRole("table", { name: "Studies" });

test("Python starts from the snapshot, with every file fetched by the page", async () => {
  await visit();
  await page.getByRole("heading", { name: "Opening study.db" }).waitFor();
  expect(await page.evaluate(() => window.sent)).toEqual([{ type: "ask", state: undefined }]);
  await give("special/small.db");
  await studies().getByRole("link", { name: "demo" }).waitFor();
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)),
  );
  expect(fetched).toEqual(
    expect.arrayContaining(["snapshot.packed", "pyodide.asm.wasm", "core.zip"]),
  );
  expect(complaints).toEqual([]);
});

test("a broken snapshot costs time, and nothing else", async () => {
  await visit({ "/runtime/snapshot.packed": { cut: 1000 } });
  await give("special/small.db");
  await studies().waitFor();
});

test("the address of the page is kept as the reader moves", async () => {
  await visit();
  await give("special/small.db");
  await studies().getByRole("link", { name: "demo" }).click();
  await page.getByRole("heading", { level: 1, name: "demo" }).waitFor();
  expect(await page.evaluate(() => window.state)).toEqual({ address: "#/studies/1" });
});

test("type is that of VS Code: its fonts and their size", async () => {
  await visit();
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.setProperty("--vscode-font-family", "Ubuntu");
    style.setProperty("--vscode-font-size", "21px");
    style.setProperty("--vscode-editor-font-family", "Fira Code");
  });
  await give("special/small.db");
  await studies().getByRole("link", { name: "demo" }).click();
  const tick = page.locator(".main-svg text").first();
  await tick.waitFor();
  expect(await tick.getAttribute("style")).toContain("Ubuntu");
  await page.getByRole("button", { name: "Filter" }).click();
  const filter = page.getByLabel("Filter of trials");
  await filter.waitFor();
  const type = (locator: Locator, name: "fontFamily" | "fontSize") =>
    locator.evaluate((element, property) => getComputedStyle(element)[property], name);
  expect(await type(page.locator("body"), "fontFamily")).toBe("Ubuntu");
  expect(await type(page.getByRole("link", { name: "Trials", exact: true }), "fontSize")).toBe(
    "21px",
  );
  expect(await type(filter, "fontFamily")).toBe('"Fira Code"');
  expect(complaints).toEqual([]);
});

test("files that the page makes go to VS Code, whatever their kind", async () => {
  await visit();
  await give("special/small.db");
  await studies().getByRole("link", { name: "demo" }).click();
  for (const format of ["PNG", "SVG", "JSON"]) {
    await page.getByRole("button", { name: "Save History" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    await page.waitForFunction(
      (suffix) => window.sent.some((one) => one.type === "save" && one.name.endsWith(suffix)),
      `.${format.toLowerCase()}`,
    );
  }
  const sizes = await page.evaluate(() =>
    window.sent.map((one) => (one.type === "save" ? one.bytes.length : undefined)),
  );
  expect(sizes.slice(1).every((size) => size !== undefined && size > 1000)).toBe(true);
  expect(complaints).toEqual([]);
});

test("a refusal is shown with its reason, and tried again on demand", async () => {
  await visit();
  await page.evaluate(() => window.refuse("study.db has 3 MB."));
  const alert = page.getByRole("alert");
  await alert.getByText("study.db has 3 MB.").waitFor();
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction(() => window.sent.length === 2);
  await give("special/picture.db");
  await alert.getByText(/picture/i).waitFor();
  await give("special/small.db");
  await studies().waitFor();
});

test("a start that cannot succeed says why", async () => {
  await visit({ "/runtime/pyodide.asm.wasm": { status: 404 } });
  await page.getByRole("alert").getByText("404").waitFor();
});
