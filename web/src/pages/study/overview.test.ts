import { describe, expect, it } from "vitest";
import type { FigureInfo, StudyOverview } from "../../api/types";
import { formatsOf } from "../../format/useFormats";
import { DEFAULTS } from "../../settings/settings";
import { explain } from "./NoBest";
import { overviewFigures } from "./OverviewFigures";
import { factsOf } from "./StudyFacts";
import { parseId } from "./studyId";

const STUDY: StudyOverview = {
  study_id: 1_000_000_007,
  stored_id: 7,
  study_name: "s",
  directions: ["minimize"],
  is_preferential: false,
  source: 0,
  source_label: "a.db",
  objective_names: null,
  n_trials: 12,
  state_counts: { Complete: 8, Fail: 4 },
  best_value: 1,
  best_number: 0,
  pareto_size: null,
  n_preferred: null,
  last_activity: "2026-01-05T08:10:00",
  clock: "as-written",
  is_legacy_multi_objective: false,
  helper_of: null,
  user_attrs: {},
  objective_labels: ["Objective Value"],
  param_names: [],
  constraint_names: ["0"],
  user_attr_names: [],
  n_feasible: 6,
  has_constraints: true,
  has_intermediate_values: false,
  best_trials: [],
  n_best: 0,
  duration: { total: 90, median: 7.5 },
  first_start: "2026-01-05T08:00:00",
  last_complete: "2026-01-05T08:10:00",
  trials_per_hour: 72.04,
  note: { version: 0, body: "" },
  artifacts: [],
  form: null,
};

const facts = (study: StudyOverview) =>
  Object.fromEntries(factsOf(study, formatsOf(DEFAULTS)).map(({ label, value }) => [label, value]));

describe("the facts of a study", () => {
  it("are counted and timed", () => {
    expect(facts(STUDY)).toEqual({
      Trials: "12",
      Feasible: "75%",
      "Total duration": "1 min 30 s",
      "Median duration": "7.5 s",
      "Trials per hour": "72",
      "First start": "5 Jan 2026, 08:00",
      "Last completion": "5 Jan 2026, 08:10",
      "Study ID": "7",
    });
  });

  it("are left open where nothing is known", () => {
    const study: StudyOverview = {
      ...STUDY,
      has_constraints: false,
      duration: null,
      last_complete: null,
      trials_per_hour: null,
    };
    expect(facts(study)).toMatchObject({ "Total duration": "", "Last completion": "" });
    expect(facts(study)).not.toHaveProperty("Feasible");
  });

  it("count many trials per hour in whole ones", () => {
    expect(facts({ ...STUDY, trials_per_hour: 17014.7 })).toMatchObject({
      "Trials per hour": "17,015",
    });
  });
});

describe("a study without a best trial", () => {
  it("says why", () => {
    expect(explain({ ...STUDY, state_counts: { Fail: 2 } }).title).toBe("No trial is complete yet");
    expect(explain({ ...STUDY, n_feasible: 0 }).title).toBe("No trial is feasible");
    expect(explain({ ...STUDY, is_preferential: true }).title).toBe("No trial is preferred yet");
    expect(explain(STUDY).title).toBe("There is no best trial");
  });
});

describe("the figures of the overview", () => {
  it("stand in the order of the page, whatever the core lists", () => {
    const figure = (name: string): FigureInfo => ({
      name,
      title: name,
      description: "",
      options: [],
      has_table: false,
    });
    const all = ["user:mine", "importance", "history", "slice", "pareto-front"].map(figure);
    expect(overviewFigures(all).map(({ name }) => name)).toEqual([
      "pareto-front",
      "history",
      "importance",
      "user:mine",
    ]);
  });
});

describe("a number in the address", () => {
  it("is one, or none at all", () => {
    expect(parseId("1000000012")).toBe(1_000_000_012);
    expect([undefined, "", "-1", "1.5", "x", "12345678901234567"].map(parseId)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});
