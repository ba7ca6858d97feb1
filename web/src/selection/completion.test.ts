import { describe, expect, it } from "vitest";
import { accept, complete, type FilterName } from "./completion";

const NAMES: readonly FilterName[] = [
  { name: "number", label: "Trial", kind: "number" },
  { name: "state", label: "State", kind: "state", choices: ["COMPLETE", "PRUNED", "FAIL"] },
  { name: "value", label: "Objective Value", kind: "number" },
  { name: "params.lr", label: "Parameter", kind: "number" },
  { name: 'params["batch size"]', label: "Parameter", kind: "number" },
  { name: "params.opt", label: "Parameter", kind: "text", choices: ['"adam"', '"sgd"', "none"] },
  { name: "feasible", label: "Feasible", kind: "bool" },
  { name: "start", label: "Start", kind: "time" },
];

/** What is suggested where `|` stands. */
function at(marked: string): string[] {
  const caret = marked.indexOf("|");
  const { suggestions } = complete(marked.replace("|", ""), caret, NAMES);
  return suggestions.map(({ text }) => text);
}

describe("completion", () => {
  it("begins with names", () => {
    const all = [...NAMES.map(({ name }) => name), "not"];
    for (const before of ["", "value < 1 and ", "(", "not ", "value < 1 or ("]) {
      expect(at(`${before}|`)).toEqual(all);
    }
  });

  it("knows a name by others that mean the same", () => {
    const name: FilterName = { name: "good", also: ["well"], label: "Good", kind: "bool" };
    const offered = (text: string) =>
      complete(`${text} `, text.length + 1, [name]).suggestions.map((one) => one.text);
    expect(offered("good")).toEqual(["and", "or", "=="]);
    expect(offered("well")).toEqual(offered("good"));
    expect(offered("other")).not.toEqual(offered("good"));
  });

  it("finds names by their beginning, by what they are called, by a part, by what they mean", () => {
    expect(at("va|")).toEqual(["value"]);
    expect(at("l|")[0]).toBe("params.lr");
    expect(at("batch|")).toEqual(['params["batch size"]']);
    expect(at('params["ba|')).toEqual(['params["batch size"]']);
    expect(at("params.|")).toEqual(["params.lr", 'params["batch size"]', "params.opt"]);
    expect(at("objective|")).toEqual(["value"]);
    expect(at("PARAMS.O|")).toEqual(["params.opt"]);
    expect(at("xyz|")).toEqual([]);
  });

  it("goes on with a comparison that suits the name", () => {
    expect(at("value |")).toEqual(["<", "<=", ">", ">=", "==", "!=", "in"]);
    expect(at("value <|")).toEqual(["<", "<="]);
    expect(at("params.opt |")).toEqual(["==", "!=", "in", "not in"]);
    expect(at("params.opt not |")).toEqual(["in"]);
    expect(at("feasible |")).toEqual(["and", "or", "=="]);
    expect(at("params['lr'] |")[0]).toBe("<");
    expect(at("unheard |")[0]).toBe("<");
  });

  it("goes on with the values that a name can have", () => {
    expect(at("params.opt == |")).toEqual(['"adam"', '"sgd"', "none"]);
    expect(at('params.opt == "s|')).toEqual(['"sgd"']);
    expect(at("params.opt == ad|")).toEqual(['"adam"']);
    expect(at("state == comp|")).toEqual(["COMPLETE"]);
    expect(at("feasible == |")).toEqual(["true", "false"]);
    expect(at("value == |")).toEqual(["none"]);
  });

  it("goes on in a list", () => {
    expect(at('params.opt in ["adam", |')).toEqual(['"adam"', '"sgd"', "none"]);
    expect(at("state not in [|")).toEqual(["COMPLETE", "PRUNED", "FAIL"]);
    expect(at('params.opt in ["adam"] |')).toEqual(["and", "or"]);
  });

  it("goes on after a condition", () => {
    for (const before of ["value < 1 ", "value == none ", "(value < 1) ", "1 < value < 2 "]) {
      expect(at(`${before}|`)).toEqual(["and", "or"]);
    }
    expect(at("value < 1 a|")).toEqual(["and"]);
  });

  it("keeps quiet about what is there already", () => {
    expect(at("value|")).toEqual([]);
    expect(at("state == PRUNED|")).toEqual([]);
    expect(at("value < 0.1|")).toEqual([]);
  });

  it("looks at the piece around the caret only", () => {
    expect(at("va| < 1 and number > 3")).toEqual(["value"]);
    expect(at("value < 1 and num|")).toEqual(["number"]);
  });
});

describe("a suggestion", () => {
  const accepted = (marked: string, text: string) => {
    const caret = marked.indexOf("|");
    const plain = marked.replace("|", "");
    const { text: after, caret: to } = accept(plain, complete(plain, caret, NAMES), text);
    return `${after.slice(0, to)}|${after.slice(to)}`;
  };

  it("takes the place of what was begun", () => {
    expect(accepted("value < 1 and par|", "params.lr")).toBe("value < 1 and params.lr |");
    expect(accepted('params.opt == "a|', '"adam"')).toBe('params.opt == "adam" |');
    expect(accepted("va|lue < 1", "values[0]")).toBe("values[0] |< 1");
    expect(accepted("value |", "<=")).toBe("value <= |");
  });
});
