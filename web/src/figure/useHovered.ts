import { useEffect, useMemo, useRef, useState } from "react";

/** Milliseconds for which a pointer rests on a point before more is told of it. */
const DWELL = 200;

export interface Hovered {
  readonly study: number;
  readonly number: number;
  /** Whether the point is in the left half of the drawing. */
  readonly left: boolean;
}

export interface Hover {
  readonly hovered: Hovered | null;
  readonly enter: (trial: Hovered) => void;
  readonly leave: () => void;
}

/** The trial on which the pointer rests in a drawing. */
export function useHovered(): Hover {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const moves = useMemo(
    () => ({
      enter: (trial: Hovered) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setHovered(trial), DWELL);
      },
      leave: () => {
        clearTimeout(timer.current);
        setHovered(null);
      },
    }),
    [],
  );
  return { hovered, ...moves };
}
