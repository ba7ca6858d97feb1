import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from "react";
import { type ColumnWindow, columnWindow, leftToShow, place, type Sight } from "./columnWindow";
import type { Arrangement } from "./layout/layout";

/** The table is drawn anew only after so many pixels of scrolling. */
const STRIDE = 100;

/** The columns in sight of what scrolls, and what brings one of them into sight. */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  arrangement: Arrangement,
): [ColumnWindow, (id: string) => void] {
  // Wide studies fill the screen before the width of the table is known.
  const [sight, setSight] = useState<Sight>({ left: 0, width: window.innerWidth });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setSight((before) => roughly(before, sightOf(element)));
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller]);
  const shown = useMemo(() => columnWindow(arrangement, sight), [arrangement, sight]);
  const reveal = useCallback(
    (id: string) => {
      const element = scroller.current;
      const column = place(arrangement.columns).find((one) => one.column.id === id);
      if (element && column) element.scrollLeft = leftToShow(shown, column, sightOf(element));
    },
    [scroller, arrangement, shown],
  );
  return [shown, reveal];
}

function sightOf(element: HTMLElement): Sight {
  return { left: element.scrollLeft, width: element.clientWidth };
}

function roughly(before: Sight, { left, width }: Sight): Sight {
  const near = Math.floor(left / STRIDE) * STRIDE;
  return before.left === near && before.width === width ? before : { left: near, width };
}
