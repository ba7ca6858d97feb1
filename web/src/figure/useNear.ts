import { type RefObject, useEffect, useState } from "react";

/** So much around the window counts as near, so that what comes into view is there already. */
const MARGIN = "100px 0px";
/** What only flies by on the way to another place is not near. */
const STAY_MS = 120;

/** Whether an element is in the window or close to it, and stays there. */
export function useNear(element: RefObject<Element | null>, enabled: boolean): boolean {
  const [near, setNear] = useState(!enabled);
  useEffect(() => {
    if (!enabled || !element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const now = entries.at(-1)?.isIntersecting ?? false;
        clearTimeout(timer);
        timer = setTimeout(() => setNear(now), now ? STAY_MS : 0);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [element, enabled]);
  return near;
}
