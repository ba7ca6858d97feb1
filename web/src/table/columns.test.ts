import { describe, expect, it } from "vitest";
import type { StudyOverview, TrialRow } from "../api/types";
import { formatsOf } from "../format/useFormats";
import { DEFAULTS, type Settings } from "../settings/settings";
import { type Column, columnsOf } from "./columns";

const ROW: TrialRow = {
  number: 7,
  state: "Complete",
  values: ["inf"],
  params: { x: 0.123456789, kind: null },
  user_attrs: { note: { deep: [1] } },
  start: "2026-01-02T03:04:05.678901",
  complete: null,
  duration: 75,
  constraints: { "0": -1.5 },
  feasible: true,
};

const STUDY: StudyOverview = {
  study_id: 1,
  stored_id: 1,
  study_name: "s",
  directions: ["maximize"],
  is_preferential: false,
  source: 0,
  source_label: "a.db",
  objective_names: null,
  n_trials: 1,
  state_counts: { Complete: 1 },
  best_value: 1,
  best_number: 0,
  pareto_size: null,
  n_preferred: null,
  last_activity: null,
  clock: "as-written",
  is_legacy_multi_objective: false,
  helper_of: null,
  user_attrs: {},
  objective_labels: ["Objective Value"],
  param_names: ["x", "kind"],
  user_attr_names: ["note"],
  constraint_names: [],
  n_feasible: 1,
  has_constraints: false,
  has_intermediate_values: false,
  best_trials: [ROW],
  n_best: 1,
  duration: null,
  first_start: null,
  last_complete: null,
  trials_per_hour: null,
  note: { version: 0, body: "" },
  artifacts: [],
  form: null,
};

function columns(study: StudyOverview, settings: Partial<Settings> = {}): Column[] {
  return columnsOf(study, formatsOf({ ...DEFAULTS, ...settings }, "Asia/Tokyo"));
}

function texts(study: StudyOverview, settings: Partial<Settings> = {}): Record<string, string> {
  return Object.fromEntries(
    columns(study, settings).map((column) => [column.label, column.text(ROW)]),
  );
}

describe("the columns of the trial table", () => {
  it("shows a trial in the study's terms", () => {
    expect(texts(STUDY)).toEqual({
      Trial: "7",
      State: "Complete",
      Value: "∞",
      x: "0.123457",
      kind: "null",
      note: '{"deep":[1]}',
      Start: "2026-01-02 03:04:05",
      Completion: "",
      Duration: "1 min 15 s",
    });
  });

  it("names several objectives and says what is feasible", () => {
    const study: StudyOverview = {
      ...STUDY,
      directions: ["maximize", "minimize"],
      objective_labels: ["accuracy", "size"],
      has_constraints: true,
      constraint_names: ["0", "too big"],
    };
    const shown = columns(study).map((column) => [column.label, column.text(ROW)]);
    expect(shown.slice(2, 7)).toEqual([
      ["accuracy", "∞"],
      ["size", ""],
      ["Feasible", "yes"],
      ["Constraint 0", "−1.5"],
      ["too big", ""],
    ]);
    expect(columns(study)[2]?.descendingFirst).toBe(true);
    expect(columns(study)[3]?.descendingFirst).toBe(false);
  });

  it("aligns numbers, not choices", () => {
    const numeric = columns(STUDY).filter((column) => column.numeric);
    expect(numeric.map(({ id }) => id)).toEqual(["number", "value:0", "param:x", "duration"]);
  });

  it("follows the settings", () => {
    expect(texts(STUDY, { numbers: "scientific", digits: 3 })).toMatchObject({ x: "1.23e\u22121" });
    const utc: StudyOverview = { ...STUDY, clock: "utc" };
    expect(texts(utc, { zone: "local" })).toMatchObject({ Start: "2026-01-02 12:04:05" });
    expect(texts(utc, { zone: "utc" })).toMatchObject({ Start: "2026-01-02 03:04:05" });
    const hints = columns(utc).map(({ hint }) => hint);
    expect(hints).toContain("Start (Asia/Tokyo)");
  });

  it("has room for numbers in full", () => {
    const width = (settings: Partial<Settings>) =>
      columns(STUDY, settings).find(({ id }) => id === "value:0")?.width ?? 0;
    expect(width({ numbers: "full" })).toBeGreaterThan(width({}));
  });
});
