import { type RefObject, useCallback, useEffect } from "react";
import { useNavigationType, useSearchParams } from "react-router";

/** Where the address says which figure to show; options have a dot in theirs. */
export const FIGURE_KEY = "figure";

/**
 * Scrolls to the figure that the address names, `?figure=slice`, and back to it when it is
 * chosen again. The elements of `grid` name theirs in `data-figure`.
 */
export function useFigurePlace(grid: RefObject<HTMLElement | null>): (figure: string) => void {
  const [search] = useSearchParams();
  const navigation = useNavigationType();
  const named = search.get(FIGURE_KEY);
  const goTo = useCallback(
    (figure: string) => {
      const places = [...(grid.current?.children ?? [])] as HTMLElement[];
      places.find(({ dataset }) => dataset.figure === figure)?.scrollIntoView();
    },
    [grid],
  );
  useEffect(() => {
    // On the way back the page is where it was left already.
    const isBack = navigation === "POP" && window.scrollY > 0;
    if (named !== null && !isBack) goTo(named);
  }, [named, navigation, goTo]);
  return goTo;
}
