import { describe, expect, test } from "vitest";
import { chooseBoot, type Download, isLocal, keepsSnapshot, measureLink } from "./link";

describe("chooseBoot", () => {
  const remote = { local: false, saveData: false };

  test.each([
    ["files of this machine", { ...remote, local: true }, false, "snapshot"],
    ["a snapshot in the cache", { ...remote, saveData: true }, true, "snapshot"],
    ["a fast link", { ...remote, megabitsPerSecond: 20 }, false, "snapshot"],
    ["a slow link", { ...remote, megabitsPerSecond: 19 }, false, "plain"],
    ["a slow link, second visit", { ...remote, megabitsPerSecond: 2 }, true, "snapshot"],
    ["an unknown link", remote, false, "plain"],
    [
      "a fast link where bytes are dear",
      { saveData: true, local: false, megabitsPerSecond: 90 },
      false,
      "plain",
    ],
  ])("%s", (_, link, cached, boot) => {
    expect(chooseBoot(link, cached)).toBe(boot);
  });

  test("the next visit is prepared only where it costs little", () => {
    expect(keepsSnapshot(remote)).toBe(true);
    expect(keepsSnapshot({ ...remote, saveData: true })).toBe(false);
    expect(keepsSnapshot({ ...remote, local: true })).toBe(false);
  });
});

test.each([
  ["http://localhost:8000/runtime/", true],
  ["http://dashboard.localhost/", true],
  ["http://127.0.0.1/", true],
  ["http://127.8.8.8:1/", true],
  ["http://[::1]:3/", true],
  ["https://file+.vscode-resource.vscode-cdn.net/x/", false],
  ["vscode-webview://abc/", true],
  ["https://example.org/", false],
  ["https://localhost.example.org/", false],
  ["https://127.0.0.1.example.org/", false],
])("isLocal(%s) is %s", (address, local) => {
  expect(isLocal(address)).toBe(local);
});

describe("measureLink", () => {
  const download = (transferSize: number, milliseconds: number): Download => ({
    transferSize,
    requestStart: 100,
    responseEnd: 100 + milliseconds,
  });

  test("takes the best rate", () => {
    expect(measureLink([download(250_000, 100), download(500_000, 400)])).toBe(20);
  });

  test("leaves out what came from a cache, what is small and what took no time", () => {
    expect(measureLink([])).toBeUndefined();
    expect(measureLink([download(0, 1), download(900, 1), download(90_000, 0)])).toBeUndefined();
  });
});
