import { afterEach, expect, test, vi } from "vitest";
import type { Host } from "../hosts/host";
import { makeReport, PARTS } from "./makeReport";

const HEADERS = { "Content-Disposition": "attachment; filename*=UTF-8''my%20study.html" };
const URL_OF_PARTS = new URL("https://example.org/report.html");

function hostThat(answers: Response): Host {
  return { fetch: () => Promise.resolve(answers) } as unknown as Host;
}

afterEach(() => vi.unstubAllGlobals());

test("the built part stands, as it is, in the marked place", async () => {
  const head = "<script>$& $1 `</script>";
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(head)));
  const answer = new Response(`<head>${PARTS}<body>`, { headers: HEADERS });
  const file = await makeReport(hostThat(answer), 1, URL_OF_PARTS);
  expect([file.name, file.type]).toEqual(["my study.html", "text/html"]);
  expect(await file.text()).toBe(`<head>${head}<body>`);
});

test("without one of the two there is no report", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  const refusal = new Response('{"reason": "gone"}', { status: 404 });
  await expect(makeReport(hostThat(refusal), 1, URL_OF_PARTS)).rejects.toThrow("gone");
  await expect(makeReport(hostThat(new Response()), 1, URL_OF_PARTS)).rejects.toThrow(
    "A part of the pages is missing: 404",
  );
});
