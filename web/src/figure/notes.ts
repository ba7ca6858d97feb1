import type { FigureAnswer } from "../api/types";
import { formatCount, plural } from "../format/numbers";

type Shown = Pick<FigureAnswer, "shown" | "total" | "notes">;

/** What stands under a figure: how much of the study it shows, and what it leaves out. */
export function figureNotes({ shown, total, notes }: Shown): string[] {
  const part =
    shown !== null && shown < total
      ? [`${formatCount(shown)} of ${plural(total, "trial")} shown.`]
      : [];
  return [...part, ...notes];
}

/** A figure in words, for those who do not see it. */
export function describeFigure(title: string, { shown, total }: Shown): string {
  if (shown === null) return title;
  const count =
    shown < total ? `${formatCount(shown)} of ${plural(total, "trial")}` : plural(total, "trial");
  return `${title}: ${count}`;
}
