// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it } from "vitest";
import type { StudyOverview, TrialRow } from "../../api/types";
import { BestCard } from "./BestCard";

const TRIAL: TrialRow = {
  number: 3,
  state: "Complete",
  values: [0],
  params: { red: 255 },
  user_attrs: {},
  start: null,
  complete: null,
  duration: null,
  constraints: {},
  feasible: true,
};

/** What every complete trial of a preferential study has: the value 0. */
const PREFERENTIAL: StudyOverview = {
  study_id: 1,
  stored_id: 1,
  study_name: "Sunset colours",
  directions: ["minimize"],
  is_preferential: true,
  source: 0,
  source_label: "a.db",
  objective_names: null,
  n_trials: 8,
  state_counts: { Complete: 8 },
  best_value: null,
  best_number: null,
  pareto_size: null,
  n_preferred: 2,
  last_activity: null,
  clock: "utc",
  is_legacy_multi_objective: false,
  helper_of: null,
  user_attrs: {},
  objective_labels: [],
  param_names: ["red"],
  constraint_names: [],
  user_attr_names: [],
  n_feasible: 8,
  has_constraints: false,
  has_intermediate_values: false,
  best_trials: [TRIAL, { ...TRIAL, number: 6 }],
  n_best: 2,
  duration: null,
  first_start: null,
  last_complete: null,
  trials_per_hour: null,
  note: { version: 0, body: "" },
  artifacts: [],
  form: null,
};

afterEach(cleanup);

it("names the preferred trials of a preferential study, and no best value", () => {
  render(<BestCard study={PREFERENTIAL} />, { wrapper: MemoryRouter });
  const card = screen.getByRole("region", { name: "Best trials" });
  expect(card.textContent).toMatch(
    /^Preferred2 trials.*There are no objective values\.Trialred32556255$/,
  );
  expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["3", "6"]);
});
