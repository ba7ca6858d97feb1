import { type RefObject, useLayoutEffect } from "react";

/** Tells the height of an element when it comes and whenever it changes, and 0 when it goes. */
export function useHeight(
  element: RefObject<HTMLElement | null>,
  onHeight: (height: number) => void,
): void {
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const tell = () => onHeight(box.offsetHeight);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    return () => {
      observer.disconnect();
      onHeight(0);
    };
  }, [element, onHeight]);
}
