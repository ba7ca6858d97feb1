import { useFigureAhead } from "../../api/hooks";
import type { FigureInfo, StudySummary } from "../../api/types";
import { useFigureOptions } from "../../figure/options";
import { localOffset, useFigureAnswer } from "../../figure/useFigureAnswer";
import { useSettings } from "../../settings/useSettings";

/**
 * The figure that says most about a study, asked for before the list of all: making that list
 * takes as long as this figure.
 */
export function useFirstFigure(
  studyId: number,
  study: StudySummary | undefined,
): FigureInfo | undefined {
  const name = study ? firstFigure(study) : "history";
  const { values } = useFigureOptions(name);
  return useFigureAnswer(studyId, name, values, study !== undefined && hasFirstFigure(study)).data;
}

/** Has it made before the page of the study is opened. */
export function useFirstFigureAhead(): (study: StudySummary) => void {
  const ask = useFigureAhead();
  const { zone } = useSettings();
  return (study) => {
    if (!hasFirstFigure(study)) return;
    const utcOffset = zone === "local" ? localOffset([study]) : 0;
    ask(study.study_id, firstFigure(study), {}, { utcOffset });
  };
}

function firstFigure(study: StudySummary): string {
  return study.directions.length > 1 ? "pareto-front" : "history";
}

function hasFirstFigure(study: StudySummary): boolean {
  return study.n_trials > 0 && !study.is_preferential;
}
