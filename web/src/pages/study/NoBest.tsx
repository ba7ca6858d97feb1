import type { ReactNode } from "react";
import type { StudyOverview } from "../../api/types";
import { Empty } from "../../components/Empty";

/** Why a study has no best trial, and what would give it one. */
export function NoBest({ study }: { readonly study: StudyOverview }): ReactNode {
  const { title, text } = explain(study);
  return <Empty title={title}>{text}</Empty>;
}

export function explain(study: StudyOverview): { title: string; text: string } {
  const complete = study.state_counts.Complete ?? 0;
  if (study.is_preferential) {
    return {
      title: "No trial is preferred yet",
      text: "People compare the trials of a preferential study; there are no objective values.",
    };
  }
  if (complete === 0) {
    return {
      title: "No trial is complete yet",
      text: "The best one is shown here once there is one.",
    };
  }
  if (study.has_constraints && study.n_feasible === 0) {
    return { title: "No trial is feasible", text: "Every complete trial violates a constraint." };
  }
  return {
    title: "There is no best trial",
    text: "The complete trials have no value that can be compared.",
  };
}
