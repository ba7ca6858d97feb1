import { describe, expect, it } from "vitest";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { type ComparedRow, compareTrials } from "./comparison";

const STUDY = {
  objective_labels: ["Loss"],
  directions: ["minimize"],
  has_constraints: false,
  clock: "as-written",
} as unknown as StudyOverview;

const TRIAL = {
  state: "Complete",
  values: [0.5],
  params: [],
  constraints: [],
  user_attrs: {},
  intermediate_values: [],
  start: null,
  complete: null,
  duration: null,
  is_best: false,
  feasible: true,
} as unknown as TrialDetail;

function param(name: string, value: TrialDetail["params"][number]["value"]) {
  return { name, value } as TrialDetail["params"][number];
}

function rows(...trials: (Partial<TrialDetail> | undefined)[]): Map<string, ComparedRow> {
  const all = trials.map((trial) => trial && { ...TRIAL, ...trial });
  const groups = compareTrials(all, STUDY, formatsOf(DEFAULTS));
  return new Map(groups.flatMap((group) => group.rows.map((row) => [row.id, row])));
}

const texts = (row: ComparedRow | undefined) => row?.cells.map((cell) => (cell ? cell.text : cell));

describe("trials side by side", () => {
  it("says in each row whether they differ", () => {
    const found = rows({ values: [0.5], is_best: true }, { values: ["inf"], state: "Pruned" });
    expect(texts(found.get("value:0"))).toEqual(["0.5", "∞"]);
    expect(found.get("value:0")?.differs).toBe(true);
    expect(texts(found.get("best"))).toEqual(["yes", "no"]);
    expect(found.get("duration")?.differs).toBe(false);
    expect(found.has("feasible")).toBe(false);
  });

  it("tells values apart that read alike", () => {
    const found = rows(
      { params: [param("x", 1), param("y", 0.12345671), param("z", null)] },
      { params: [param("x", "1"), param("y", 0.12345672), param("z", null)] },
    );
    expect(texts(found.get("param:x"))).toEqual(["1", "1"]);
    expect(found.get("param:x")?.differs).toBe(true);
    expect(texts(found.get("param:y"))).toEqual(["0.123457", "0.123457"]);
    expect(found.get("param:y")?.differs).toBe(true);
    expect(found.get("param:z")?.differs).toBe(false);
  });

  it("counts what only some have as a difference", () => {
    const found = rows(
      { user_attrs: { note: "a", same: [1] }, constraints: [{ name: "0", value: 1 }] },
      { user_attrs: { same: [1] }, values: null },
    );
    expect(texts(found.get("attr:note"))).toEqual(["a", null]);
    expect(found.get("attr:note")?.differs).toBe(true);
    expect(found.get("attr:same")?.differs).toBe(false);
    expect(found.get("constraint:0")?.name).toBe("Constraint 0");
    expect(texts(found.get("value:0"))).toEqual(["0.5", null]);
  });

  it("counts no trial that is not there yet", () => {
    const found = rows({ values: [1] }, undefined, { values: [1] });
    expect(texts(found.get("value:0"))).toEqual(["1", undefined, "1"]);
    expect(found.get("value:0")?.differs).toBe(false);
  });

  it("shows what was reported last", () => {
    const found = rows(
      {
        intermediate_values: [
          { step: 0, value: 3 },
          { step: 5, value: "nan" },
        ],
      },
      {},
    );
    expect(texts(found.get("steps"))).toEqual(["2", "0"]);
    expect(texts(found.get("last-step"))).toEqual(["5", null]);
    expect(texts(found.get("last-value"))).toEqual(["NaN", null]);
    expect(rows({}, {}).has("steps")).toBe(false);
  });
});
