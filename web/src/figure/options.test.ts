import { describe, expect, it } from "vitest";
import type { Option } from "../api/types";
import {
  clearOptions,
  describeOptions,
  joinChoices,
  parseOptions,
  readOptions,
  reordered,
  splitChoices,
  writeOption,
} from "./options";

const LOG: Option = { type: "toggle", name: "log", label: "Log scale", default: false };
const SIZE: Option = {
  type: "slider",
  name: "size",
  label: "Size",
  min: 1,
  max: 9,
  step: 1,
  default: 6,
};
const X: Option = {
  type: "select",
  name: "x",
  label: "Over",
  choices: [
    { value: "number", label: "Trial" },
    { value: "attr:a=b&c", label: "a=b&c" },
  ],
  default: "number",
};

const url = (text = "") => new URLSearchParams(text);

describe("options in the URL", () => {
  it("stand under the name of their figure", () => {
    const search = writeOption(
      writeOption(url("trial=3"), "history", LOG, true),
      "history",
      X,
      "attr:a=b&c",
    );
    const again = url(search.toString());
    expect(readOptions(again, "history")).toEqual({ log: "true", x: "attr:a=b&c" });
    expect(readOptions(again, "slice")).toEqual({});
    expect(again.get("trial")).toBe("3");
  });

  it("are left out at their default", () => {
    expect(writeOption(url("history.log=true"), "history", LOG, false).toString()).toBe("");
    expect(writeOption(url("history.size=3"), "history", SIZE, 6).toString()).toBe("");
  });

  it("are cleared for one figure only", () => {
    expect(clearOptions(url("history.log=true&edf.log=true&q=1"), "history").toString()).toBe(
      "edf.log=true&q=1",
    );
  });
});

describe("several choices", () => {
  it.each([[[]], [["a"]], [["value:0", "param:a,b", "param:%2C", "param:50%"]]])(
    "survive the way there and back: %j",
    (values) => expect(splitChoices(joinChoices(values))).toEqual(values),
  );
});

describe("axes that a hand has moved", () => {
  const AXES: Option = {
    type: "multiselect",
    name: "axes",
    label: "Axes",
    choices: ["value:0", "param:a,b", "number"].map((value) => ({ value, label: value })),
    default: "value:0,number",
    most: 9,
  };

  it("are chosen in their new order", () => {
    const now = { axes: "value:0,param:a%2Cb,number" };
    expect(reordered([X, AXES], now, [1, 2, 0])).toEqual([AXES, "param:a%2Cb,number,value:0"]);
    expect(reordered([AXES], {}, [1, 0])).toEqual([AXES, "number,value:0"]);
  });

  it("are no option of other figures", () => {
    expect(reordered([X], {}, [1, 0])).toBeNull();
  });
});

describe("options for the controls", () => {
  it("have the kinds of their options", () => {
    expect(parseOptions([X, LOG, SIZE], { log: "true", size: "3" })).toEqual({
      x: "number",
      log: true,
      size: 3,
    });
    expect(parseOptions([LOG], { log: "false" })).toEqual({ log: false });
  });
});

describe("options in words", () => {
  it("say what is drawn", () => {
    expect(describeOptions([X, LOG, SIZE], { x: "number", log: true })).toBe(
      "Over: Trial · Log scale · Size 6",
    );
    expect(describeOptions([LOG], {})).toBe("");
  });
});
