import type { Column, ColumnKind } from "../columns";

export interface ColumnGroup {
  readonly name: string;
  readonly columns: readonly Column[];
}

const NAMES: Readonly<Record<ColumnKind, string>> = {
  number: "Trial",
  state: "Trial",
  value: "Objectives",
  feasible: "Constraints",
  constraint: "Constraints",
  param: "Parameters",
  attr: "User attributes",
  time: "Times",
  duration: "Times",
};

/** The columns whose name has all words of the text in it, by what they tell of a trial. */
export function groupsOf(columns: readonly Column[], text: string): ColumnGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = columns.filter(({ label }) => words.every((w) => label.toLowerCase().includes(w)));
  return [...new Set(Object.values(NAMES))]
    .map((name) => ({ name, columns: found.filter(({ kind }) => NAMES[kind] === name) }))
    .filter((group) => group.columns.length > 0);
}
