import { expect, it } from "vitest";
import type { Column } from "../columns";
import { groupsOf } from "./groups";

const COLUMNS = [
  { id: "number", kind: "number", label: "Trial" },
  { id: "value:0", kind: "value", label: "Loss" },
  { id: "param:a", kind: "param", label: "learning rate" },
  { id: "constraint:0", kind: "constraint", label: "Constraint 0" },
  { id: "start", kind: "time", label: "Start" },
] as Column[];

const found = (text: string) =>
  groupsOf(COLUMNS, text).map(({ name, columns }) => [name, ...columns.map(({ label }) => label)]);

it("groups columns by what they tell", () => {
  expect(found("")).toEqual([
    ["Trial", "Trial"],
    ["Objectives", "Loss"],
    ["Constraints", "Constraint 0"],
    ["Parameters", "learning rate"],
    ["Times", "Start"],
  ]);
});

it("finds by all words, in any order and case", () => {
  expect(found(" RATE learn")).toEqual([["Parameters", "learning rate"]]);
  expect(found("nothing")).toEqual([]);
});
