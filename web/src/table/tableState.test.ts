import { describe, expect, it } from "vitest";
import { nextSort, readTableState, sortingOf, writeTableState } from "./tableState";

const read = (text: string) => readTableState(new URLSearchParams(text));
const write = (text: string, change: Parameters<typeof writeTableState>[1]) =>
  writeTableState(new URLSearchParams(text), change).toString();

describe("the URL of the trial table", () => {
  it("is empty for the table as it comes", () => {
    expect(read("")).toEqual({ sort: "number", trial: null });
    expect(write("", read(""))).toBe("");
  });

  it("holds sort and trial", () => {
    const text = write("", { sort: "-value:0", trial: 12 });
    expect(read(text)).toEqual({ sort: "-value:0", trial: 12 });
  });

  it("keeps what is not the table's", () => {
    expect(write("history.log=true&trial=3", { trial: null })).toBe("history.log=true");
  });

  it("takes nothing that cannot be", () => {
    expect(read("sort=&trial=-1")).toEqual({ sort: "number", trial: null });
    expect(read("trial=1e3").trial).toBeNull();
  });

  it("carries any name of a parameter", () => {
    const sort = "-param:a&b=c, d/%";
    expect(read(write("", { sort })).sort).toBe(sort);
  });
});

describe("sorting by a click", () => {
  it("goes through both orders and back", () => {
    expect(nextSort("number", "duration", false)).toBe("duration");
    expect(nextSort("duration", "duration", false)).toBe("-duration");
    expect(nextSort("-duration", "duration", false)).toBe("number");
  });

  it("starts with the better end", () => {
    expect(nextSort("number", "value:0", true)).toBe("-value:0");
    expect(nextSort("-value:0", "value:0", true)).toBe("value:0");
  });

  it("always sorts by number in some order", () => {
    expect(nextSort("number", "number", false)).toBe("-number");
    expect(nextSort("-number", "number", false)).toBe("number");
  });

  it("reads the order of a sort", () => {
    expect(sortingOf("-param:x")).toEqual({ key: "param:x", descending: true });
    expect(sortingOf("start")).toEqual({ key: "start", descending: false });
  });
});
