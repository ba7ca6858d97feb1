// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Artifact } from "../../api/types";
import { HostContext, useHost } from "../../hosts/context";
import { renderWithHost, WRITABLE } from "../../test/renderWithHost";
import { ArtifactList } from "../ArtifactList";

const PLACE = { source: 0, studyId: 1, trialId: 2 };
const made: Blob[] = [];

beforeEach(() => {
  made.length = 0;
  vi.stubGlobal("URL", URL);
  URL.createObjectURL = (blob: Blob) => `blob:${made.push(blob)}`;
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "pdfViewerEnabled");
});

/** Opens a file that has this content, and gives the dialog. */
async function view(
  filename: string,
  mimetype: string,
  content: string | Uint8Array | null,
  encoding: string | null = null,
): Promise<HTMLElement> {
  const artifact: Artifact = { artifact_id: "0a", filename, mimetype, encoding };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const list = <ArtifactList artifacts={[artifact]} place={PLACE} isOpen={false} />;
  const answers = ({ path }: { readonly path: string }) =>
    path === "/artifacts/1/2/0a" && bytes ? ([200, bytes] as const) : undefined;
  renderWithHost(<WithAddresses>{list}</WithAddresses>, answers, {
    ...WRITABLE,
    artifact_is_available: true,
  });
  fireEvent.click(await screen.findByRole("button", { name: `View ${filename}` }));
  return screen.findByRole("dialog", { name: filename });
}

function WithAddresses({ children }: { readonly children: React.ReactNode }) {
  const host = useHost();
  const addressOf = (path: string) => `/base${path}`;
  return <HostContext value={{ ...host, addressOf }}>{children}</HostContext>;
}

async function text(dialog: HTMLElement, name: string): Promise<string | null> {
  return (await within(dialog).findByRole("region", { name: `Text of ${name}` })).textContent;
}

/** What stands in the place of a file that cannot be shown. */
async function refusal(dialog: HTMLElement): Promise<string | null | undefined> {
  const title = await within(dialog).findByText("This file cannot be shown here");
  expect(within(dialog).getAllByRole("button", { name: /^Download / })).toHaveLength(2);
  return title.nextElementSibling?.querySelector("p")?.textContent;
}

test("text is shown as it is, HTML too", async () => {
  const html = "<script>alert(1)</script>";
  const dialog = await view("a.html", "text/html", html);
  expect(await text(dialog, "a.html")).toBe(html);
  expect(document.querySelector("script")).toBeNull();
});

test("a dialog is closed again", async () => {
  const dialog = await view("a.txt", "text/plain", "a");
  fireEvent.click(within(dialog).getByRole("button", { name: "Close a.txt" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("JSON is indented", async () => {
  const dialog = await view("a.json", "application/json", '{"a":1.0}');
  expect(await text(dialog, "a.json")).toBe('{\n  "a": 1.0\n}');
});

test("of a long text there is the beginning, which is said", async () => {
  const dialog = await view("a.txt", "text/plain", "x".repeat(600_000));
  expect(await text(dialog, "a.txt")).toHaveLength(500_000);
  expect(dialog.textContent).toContain("These are the first 500 kB.");
});

test("what nobody knows is shown if it is text", async () => {
  const dialog = await view("a.log", "application/octet-stream", "line");
  expect(await text(dialog, "a.log")).toBe("line");
});

test("what cannot be shown says so, and can be saved", async () => {
  const dialog = await view("a.bin", "application/octet-stream", Uint8Array.of(1, 0, 2));
  expect(await refusal(dialog)).toContain("application/octet-stream");
});

test("what is compressed is not of its type", async () => {
  const dialog = await view("a.txt.gz", "text/plain", "a", "gzip");
  expect(await refusal(dialog)).toBe("It is compressed (gzip).");
});

test.each(["a.txt", "a.csv"])("an empty file is said to be empty: %s", async (name) => {
  const dialog = await view(name, "text/plain", new Uint8Array());
  expect(await within(dialog).findByText("This file is empty")).toBeTruthy();
});

test.each(["a.txt", "a.csv", "a.stl"])("a file that is gone has a reason: %s", async (name) => {
  const dialog = await view(name, "text/plain", null);
  const alert = await within(dialog).findByRole("alert");
  expect(alert.textContent).toContain("/artifacts/1/2/0a is not found");
});

test("delimited values become a table", async () => {
  const dialog = await view("a.csv", "text/csv", 'name,n\n"x, y",1\nz,20\n');
  const table = await within(dialog).findByRole("table", { name: "a.csv" });
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ["Row", "name", "n"],
    ["1", "x, y", "1"],
    ["2", "z", "20"],
  ]);
  expect(within(table).getByText("20").dataset.number).toBe("true");
  expect(dialog.textContent).toContain("2 rows, 2 columns");
});

test("of a long table there are the first rows, which is said", async () => {
  const lines = Array.from({ length: 600 }, (_, row) => JSON.stringify({ row }));
  const dialog = await view("a.jsonl", "application/octet-stream", lines.join("\n"));
  const table = await within(dialog).findByRole("table", { name: "a.jsonl" });
  expect(table.querySelectorAll("tbody tr")).toHaveLength(500);
  expect(dialog.textContent).toContain("These are the first 500 rows.");
});

test("lines that are not JSON are shown as text", async () => {
  const dialog = await view("a.jsonl", "application/jsonl", '{"a": 1}\nnot');
  expect(await text(dialog, "a.jsonl")).toBe('{"a": 1}\nnot');
  expect(within(dialog).getByRole("alert").textContent).toContain("Row 2 is not JSON.");
});

test.each([
  ["a.mp4", "video/mp4"],
  ["a.wav", "audio/wav"],
])("a player takes what it plays from the host: %s", async (name, type) => {
  const dialog = await view(name, type, "");
  const player = await within(dialog).findByLabelText(name, { selector: "video, audio" });
  expect(player.getAttribute("src")).toBe("/base/artifacts/1/2/0a");
  fireEvent.error(player);
  expect(await refusal(dialog)).toContain("damaged or gone");
});

test("PDF is shown as nothing else, whatever type it has", async () => {
  Object.defineProperty(navigator, "pdfViewerEnabled", { value: true, configurable: true });
  const dialog = await view("a.pdf", "text/html", "<script>alert(1)</script>");
  const frame = await within(dialog).findByTitle("a.pdf");
  expect(frame.getAttribute("src")).toBe("blob:1");
  expect(made.map(({ type }) => type)).toEqual(["application/pdf"]);
});

test("PDF is offered for download where the browser shows none", async () => {
  const dialog = await view("a.pdf", "application/pdf", "%PDF-1.4");
  expect(await refusal(dialog)).toBe("This browser shows no PDF in a page.");
});

test("a model is offered for download where nothing can be drawn, or it is damaged", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const triangle = "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
  expect(await refusal(await view("a.obj", "application/x-tgif", triangle))).toContain("WebGL");
  cleanup();
  expect(await refusal(await view("a.stl", "model/stl", "no model"))).toContain("not an STL file");
});

test("a picture has its name, and one that is damaged says so", async () => {
  const dialog = await view("a.png", "image/png", "");
  const picture = await within(dialog).findByRole("img", { name: "a.png" });
  fireEvent.error(picture);
  expect((await within(dialog).findByRole("alert")).textContent).toContain("no picture");
});
