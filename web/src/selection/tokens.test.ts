import { describe, expect, it } from "vitest";
import { plainName, tokens, unquoted } from "./tokens";

const kinds = (text: string) => tokens(text).map(({ kind, text: part }) => `${kind} ${part}`);

describe("the pieces of a filter", () => {
  it("are names, values and what stands between them", () => {
    expect(kinds('1e-4 <= params.lr<2 and not state in [COMPLETE, "x"]')).toEqual([
      "number 1e-4",
      "operator <=",
      "name params.lr",
      "operator <",
      "number 2",
      "joint and",
      "joint not",
      "name state",
      "operator in",
      "open [",
      "state COMPLETE",
      "comma ,",
      'text "x"',
      "close ]",
    ]);
  });

  it("may be names with any text in them", () => {
    expect(kinds('params["a ] \\" b"] > -0.5')).toEqual([
      'name params["a ] \\" b"]',
      "operator >",
      "number -0.5",
    ]);
    expect(kinds("values[0] == values['größe']")).toEqual([
      "name values[0]",
      "operator ==",
      "name values['größe']",
    ]);
  });

  it("may be unfinished", () => {
    expect(kinds('params["le')).toEqual(['name params["le']);
    expect(kinds('params.opt == "ad')).toEqual(["name params.opt", "operator ==", 'text "ad']);
    expect(kinds("value < 1e")).toEqual(["name value", "operator <", "number 1e"]);
    expect(kinds("value < -")).toEqual(["name value", "operator <", "number -"]);
  });

  it("leave out what belongs to no filter", () => {
    expect(kinds("value # < 1")).toEqual(["name value", "operator <", "number 1"]);
  });

  it("say where they stand", () => {
    const text = ' value<"é"';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "value",
      "<",
      '"é"',
    ]);
  });
});

describe("names", () => {
  it.each([
    ["params.lr", "params.lr"],
    ['params["lr"]', "params.lr"],
    ["params[ 'lr' ]", "params.lr"],
    ["value", "values.0"],
    ["values[0]", "values.0"],
    ["number", "number"],
    ['params["a\\"b"]', 'params.a"b'],
  ])("of %s are compared as %s", (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});

describe("literals", () => {
  it.each([
    ['"adam"', "adam"],
    ['"ad', "ad"],
    ["'it\\'s'", "it's"],
    ['"a\\\\b\\n\\u00e9"', "a\\b\né"],
    ["12", "12"],
  ])("of %s stand for %s", (literal, text) => {
    expect(unquoted(literal)).toBe(text);
  });
});
