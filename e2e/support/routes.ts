export interface View {
  readonly route: string;
  /** The heading that tells that it is this view. */
  readonly title: string;
}

/** A view of each kind, of Optuna 5's fixture file. */
export const VIEWS: readonly View[] = [
  { route: "", title: "Studies 24" },
  { route: "?chosen=1,4", title: "Studies 24" },
  { route: "compare?ids=1,4", title: "Compare studies 2" },
  { route: "compare?ids=1,2", title: "Compare studies 2" },
  { route: "studies/1", title: "single-minimize" },
  { route: "studies/16", title: "mo-constrained" },
  { route: "studies/12", title: "mo-2" },
  { route: "studies/5", title: "empty study" },
  { route: "studies/1/analysis", title: "Analysis" },
  { route: "studies/1/trials", title: "Trials 16" },
  { route: "studies/1/trials?trial=3", title: "Trials 16" },
  { route: "studies/1/trials?filter=best", title: "Trials 1 of 16" },
  { route: "studies/1/trials/compare?numbers=0,3,5", title: "Compare trials" },
  { route: "studies/1/trials/0", title: "Trial 0" },
  { route: "studies/16/trials/2", title: "Trial 2" },
];
