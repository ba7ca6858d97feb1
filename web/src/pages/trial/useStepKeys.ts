import { useEffect } from "react";
import type { StepTargets } from "./Steps";

/** J and K, and the arrows to the sides, step from trial to trial. */
export function useStepKeys({ previous, next }: StepTargets): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
      if (event.key === "j" || event.key === "ArrowRight") next?.();
      if (event.key === "k" || event.key === "ArrowLeft") previous?.();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [previous, next]);
}

const TAKES_KEYS =
  "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=grid]";
