import type { StudySummary } from "../../api/types";

/** Whether every word of `query` occurs in the study's name, file or objectives, in any case. */
export function matches(study: StudySummary, query: string): boolean {
  const text = [study.study_name, study.source_label, ...(study.objective_names ?? [])]
    .join("\n")
    .toLowerCase();
  return words(query).every((word) => text.includes(word));
}

export function words(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}
