import { describe, expect, it } from "vitest";
import { type ColumnFilter, readColumnFilter, writeColumnFilter } from "./columnFilter";

const at = (literal: string) => ({ literal, strict: false });
const beyond = (literal: string) => ({ literal, strict: true });

const CASES: [string, ColumnFilter][] = [
  ["0.1 <= params.lr <= 1e-3", { kind: "range", low: at("0.1"), high: at("1e-3") }],
  ["0.1 < params.lr <= 3", { kind: "range", low: beyond("0.1"), high: at("3") }],
  ["params.lr < 3", { kind: "range", high: beyond("3") }],
  ["params.lr >= -3", { kind: "range", low: at("-3") }],
  ["params.lr == 3", { kind: "choices", values: ["3"] }],
  ['params.lr in ["adam", none, 1]', { kind: "choices", values: ['"adam"', "none", "1"] }],
  ['"a \\"b\\"" in params.lr', { kind: "contains", text: 'a "b"' }],
];

describe("a condition on a column", () => {
  it.each(CASES)("%s is shown as it is meant", (text, shown) => {
    expect(readColumnFilter(text, { name: "params.lr" })).toEqual(shown);
    expect(readColumnFilter(`value < 1 and (${text})`, { name: 'params["lr"]' })).toEqual(shown);
  });

  it.each(CASES)("%s is written as it was read", (text, shown) => {
    if (shown.kind === "other") throw new Error("not a case");
    expect(writeColumnFilter("", { name: "params.lr" }, shown)).toBe(text);
    expect(writeColumnFilter("params.lr != 7 and best", { name: "params.lr" }, shown)).toBe(
      `${text} and best`,
    );
  });

  it("may be turned around, or in two parts", () => {
    const range = { kind: "range", low: at("1"), high: beyond("5") };
    for (const text of ["5 > value >= 1", "value >= 1 and 5 > value", "1 <= value and value < 5"]) {
      expect(readColumnFilter(text, { name: "values[0]" })).toEqual(range);
    }
  });

  it("may be a column by itself", () => {
    expect(readColumnFilter("best and value < 1", { name: "best" })).toEqual({
      kind: "choices",
      values: ["true"],
    });
    expect(readColumnFilter("not feasible", { name: "feasible" })).toEqual({
      kind: "choices",
      values: ["false"],
    });
  });

  it("tells the state from the time of completion", () => {
    expect(readColumnFilter("state == complete", { name: "complete" })).toBeNull();
    expect(readColumnFilter("state in [COMPLETE, FAIL]", { name: "state" })).toEqual({
      kind: "choices",
      values: ["COMPLETE", "FAIL"],
    });
    expect(
      writeColumnFilter('complete < "2024-05-01" and state == FAIL', { name: "state" }, null),
    ).toBe('complete < "2024-05-01"');
  });

  it.each([
    "value != 3",
    "value < 1 or value > 2",
    "value < 1 and value < 2",
    "not value < 1",
    "value == 1 and value < 2",
    "1 < value < 2 < 3",
  ])("%s is shown as it is written", (text) => {
    expect(readColumnFilter(text, { name: "value" })).toMatchObject({ kind: "other" });
  });

  it("is none where other columns have a part in it", () => {
    expect(readColumnFilter("value < params.lr", { name: "value" })).toBeNull();
    expect(readColumnFilter("", { name: "value" })).toBeNull();
  });

  it("is taken away, also if it asks for nothing", () => {
    expect(writeColumnFilter("value < 1 and best", { name: "value" }, null)).toBe("best");
    expect(writeColumnFilter("value < 1", { name: "value" }, { kind: "range" })).toBe("");
    expect(writeColumnFilter("value < 1", { name: "value" }, { kind: "choices", values: [] })).toBe(
      "",
    );
    expect(writeColumnFilter("value < 1", { name: "value" }, { kind: "contains", text: "" })).toBe(
      "",
    );
  });

  it("stands beside alternatives in parentheses", () => {
    expect(
      writeColumnFilter("value < 1 or best", { name: "number" }, { kind: "range", low: at("3") }),
    ).toBe("(value < 1 or best) and number >= 3");
  });
});
