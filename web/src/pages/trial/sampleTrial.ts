import type { TrialDetail } from "../../api/types";

/** A trial that has just begun, for tests to change. */
export const NEW_TRIAL: TrialDetail = {
  trial_id: 1,
  number: 0,
  state: "Running",
  values: null,
  params: [],
  fixed_params: {},
  user_attrs: {},
  system_attrs: {},
  start: null,
  complete: null,
  duration: null,
  clock: "utc",
  intermediate_values: [],
  intermediate_vectors: [],
  constraints: [],
  feasible: true,
  is_best: false,
  previous: null,
  next: null,
  note: { version: 0, body: "" },
  artifacts: [],
  form: [],
};
