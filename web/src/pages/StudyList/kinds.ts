import type { StudySummary } from "../../api/types";

export interface Kind {
  readonly label: string;
  readonly explanation: string;
}

type Marks = Pick<StudySummary, "is_preferential" | "is_legacy_multi_objective" | "helper_of">;

/** What sets a study apart from a plain one. */
export function kindsOf(study: Marks): Kind[] {
  const kinds: Kind[] = [];
  if (study.is_preferential) {
    kinds.push({
      label: "Preferential",
      explanation: "Trials are compared by people; there are no objective values.",
    });
  }
  if (study.is_legacy_multi_objective) {
    kinds.push({
      label: "Legacy multi-objective",
      explanation: "Written by optuna.multi_objective, which Optuna 5 no longer reads.",
    });
  }
  if (study.helper_of !== null) {
    kinds.push({
      label: "Helper",
      explanation: `Keeps internal records of “${study.helper_of}”.`,
    });
  }
  return kinds;
}
