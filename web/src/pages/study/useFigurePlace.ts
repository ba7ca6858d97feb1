import { type RefObject, useCallback, useEffect } from "react";
import { useSearchParams } from "react-router";
import { useCameBack } from "./useCameBack";

/** Where the address says which figure to show; options have a dot in theirs. */
export const FIGURE_KEY = "figure";

/**
 * Scrolls to the figure that the address names, `?figure=slice`, and back to it when it is
 * chosen again. The elements of `grid` name theirs in `data-figure`.
 */
export function useFigurePlace(grid: RefObject<HTMLElement | null>): (figure: string) => void {
  const [search] = useSearchParams();
  const cameBack = useCameBack();
  const named = search.get(FIGURE_KEY);
  const goTo = useCallback(
    (figure: string) => {
      const places = [...(grid.current?.children ?? [])] as HTMLElement[];
      places.find(({ dataset }) => dataset.figure === figure)?.scrollIntoView();
    },
    [grid],
  );
  useEffect(() => {
    if (named !== null && !cameBack()) goTo(named);
  }, [named, cameBack, goTo]);
  return goTo;
}
