import type { StudySummary } from "../api/types";

/** What the list says of a study; of one without trials, but for what a test wants. */
export function summary(wanted: Partial<StudySummary> & Pick<StudySummary, "study_id">) {
  return {
    study_name: `study ${wanted.study_id}`,
    directions: ["minimize"],
    is_preferential: false,
    source: 0,
    source_label: "a.db",
    objective_names: null,
    n_trials: 0,
    state_counts: {},
    best_value: null,
    best_number: null,
    pareto_size: null,
    n_preferred: null,
    last_activity: null,
    clock: "utc",
    is_legacy_multi_objective: false,
    helper_of: null,
    user_attrs: [],
    ...wanted,
  } satisfies StudySummary;
}
