import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AS_IT_COMES, pin } from "./layout";
import { readLayout, studyKey, writeLayout } from "./layoutStore";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

const LAYOUT = { order: ["b", "a"], hidden: ["c"], pinned: ["b"], widths: { a: 90 } };

describe("layouts that this browser remembers", () => {
  it("are those of one study of one file", () => {
    const [one, other] = [
      studyKey({ source_label: "a.db", study_name: "s" }),
      studyKey({ source_label: "b.db", study_name: "s" }),
    ];
    writeLayout(one, LAYOUT);
    expect(readLayout(one)).toEqual(LAYOUT);
    expect(readLayout(other)).toEqual(AS_IT_COMES);
    writeLayout(one, AS_IT_COMES);
    expect([...kept.values()]).toEqual(["{}"]);
  });

  it("are forgotten, the oldest first, when there are many", () => {
    for (let number = 0; number < 100; number++) writeLayout(`s${number}`, LAYOUT);
    writeLayout("s0", pin(LAYOUT, "a", true));
    writeLayout("new", LAYOUT);
    expect(readLayout("s0").pinned).toEqual(["b", "a"]);
    expect(readLayout("s1")).toEqual(AS_IT_COMES);
    expect(readLayout("s2")).toEqual(LAYOUT);
  });

  it.each([
    "",
    "[1]",
    "null",
    "{",
    '{"s":7}',
    '{"s":{"order":[1],"hidden":"x","widths":{"a":"w"}}}',
  ])("may have been spoilt: %s", (text) => {
    kept.set("trial-columns", text);
    expect(readLayout("s")).toEqual(AS_IT_COMES);
    writeLayout("s", LAYOUT);
    expect(readLayout("s")).toEqual(LAYOUT);
  });

  it("are done without where there is no room for them", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
    });
    writeLayout("s", LAYOUT);
    expect(readLayout("s")).toEqual(AS_IT_COMES);
  });
});
