import type { FigureInfo, StudySummary } from "../../api/types";
import { useFigureOptions } from "../../figure/options";
import { useFigureAnswer } from "../../figure/useFigureAnswer";

/**
 * The figure that says most about a study, asked for before the list of all: making that list
 * takes as long as this figure.
 */
export function useFirstFigure(
  studyId: number,
  study: StudySummary | undefined,
): FigureInfo | undefined {
  const name = study && study.directions.length > 1 ? "pareto-front" : "history";
  const { values } = useFigureOptions(name);
  const enabled = study !== undefined && study.n_trials > 0 && !study.is_preferential;
  return useFigureAnswer(studyId, name, values, enabled).data;
}
