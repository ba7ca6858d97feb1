import { describe, expect, it } from "vitest";
import { editTerms, type Part, readParts, splitTerms, writeTerm } from "./terms";

describe("a condition on a column", () => {
  it.each<[Part[], string]>([
    [[{ low: "0.1", high: "0.3" }], "0.1 <= x <= 0.3"],
    [[{ low: "1e-4" }], "x >= 1e-4"],
    [[{ high: "7" }], "x <= 7"],
    [[{ low: "5", high: "5" }], "x == 5"],
    [[{}], "x != none"],
    [[{ values: ['"adam"'] }], 'x == "adam"'],
    [[{ values: ['"adam"', "none"] }], 'x in ["adam", none]'],
    [[{ high: "1" }, { low: "3", high: "4" }], "(x <= 1 or 3 <= x <= 4)"],
    [[{ values: ["none"] }, { low: "3" }], "(x == none or x >= 3)"],
  ])("is written from %j as %s", (parts, text) => {
    expect(writeTerm("x", parts)).toBe(text);
  });

  it.each<[string, Part[]]>([
    ["0.1 <= params.lr < 0.3", [{ low: "0.1", high: "0.3" }]],
    ["3 >= params.lr >= -2", [{ low: "-2", high: "3" }]],
    ["params['lr'] < 1 and params.lr > 0", [{ high: "1" }, { low: "0" }]],
    ["2 < params.lr", [{ low: "2" }]],
    ['params.lr in ["a", none]', [{ values: ['"a"', "none"] }]],
    ["(params.lr == 1 or (params.lr >= 5))", [{ values: ["1"] }]],
    ["(params.lr <= 1 or 3 <= params.lr <= 4)", [{ high: "1" }, { low: "3", high: "4" }]],
    ["params.lr != 3", []],
    ["not params.lr < 3", []],
    ["params.lr < value", []],
    ["value < 1", []],
    ["", []],
  ])("is read from %s", (filter, parts) => {
    expect(readParts(filter, { name: 'params["lr"]' })).toEqual(parts);
  });

  it("is read as it was written", () => {
    const parts: Part[] = [{ low: "1", high: "2" }, { values: ["none"] }];
    const filter = `value < 3 and ${writeTerm("params.x", parts)}`;
    expect(readParts(filter, { name: "params.x" })).toEqual(parts);
  });
});

describe("a filter", () => {
  it("is split where all must hold", () => {
    expect(splitTerms(' a < 1 and (b > 2 or c == 3) AND d["x and y"] == " and " ')).toEqual([
      "a < 1",
      "(b > 2 or c == 3)",
      'd["x and y"] == " and "',
    ]);
    expect(splitTerms("a < 1 or b > 2 and c == 3")).toEqual(["(a < 1 or b > 2 and c == 3)"]);
    expect(splitTerms("  ")).toEqual([]);
  });
});

describe("a brush", () => {
  const edit = (filter: string, ...terms: [string, string | null][]) =>
    editTerms(
      filter,
      terms.map(([name, term]) => ({ name, term })),
    );

  it("begins a filter or adds to it", () => {
    expect(edit("", ["value", "value < 1"])).toBe("value < 1");
    expect(edit("state == COMPLETE", ["value", "value < 1"], ["number", "number > 3"])).toBe(
      "state == COMPLETE and value < 1 and number > 3",
    );
  });

  it("takes the place of what was said of its columns", () => {
    const before = "values[0] >= 3 and best and 1 <= value <= 2 and number < 9";
    expect(edit(before, ["value", "value < 1"])).toBe("value < 1 and best and number < 9");
    expect(edit(before, ["number", null])).toBe("values[0] >= 3 and best and 1 <= value <= 2");
    expect(edit("not (value > 3 or value < 1)", ["value", null])).toBe("");
  });

  it("knows a column by each of its names, and writes one", () => {
    const loss = { name: "values.loss", also: ["values[0]"] };
    const before = "values[0] >= 3 and best and (values['loss'] <= 1 or values[0] == 2)";
    expect(editTerms(before, [{ ...loss, term: "values.loss < 1" }])).toBe(
      "values.loss < 1 and best",
    );
    expect(readParts(before, loss)).toEqual([{ low: "3" }, { high: "1" }, { values: ["2"] }]);
    const other = { name: "values.size", also: ["values[1]"] };
    expect(editTerms(before, [{ ...other, term: null }])).toBe(before);
    expect(readParts(before, other)).toEqual([]);
  });

  it("leaves alone what is said of several columns", () => {
    const before = "value < params.x and (value < 1 or number < 5)";
    expect(edit(before, ["value", "value > 0"])).toBe(`${before} and value > 0`);
    expect(edit("value < 1 or number < 5", ["value", "value > 0"])).toBe(
      "(value < 1 or number < 5) and value > 0",
    );
  });
});
