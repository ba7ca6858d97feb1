import { type ReactNode, useEffect, useRef } from "react";
import { plural } from "../format/numbers";
import { TICK_WIDTH } from "./columnWindow";
import { Cell, Tick } from "./tableStyles";

export interface HeadTickProps {
  readonly share: "none" | "some" | "all";
  /** How many trials are listed. */
  readonly count: number;
  readonly onToggle: () => void;
}

/** Ticks all trials that are listed, also those out of sight, or none. */
export function HeadTick({ share, count, onToggle }: HeadTickProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = share === "some";
  }, [share]);
  return (
    <Cell
      role="columnheader"
      aria-colindex={1}
      aria-label="Selected"
      data-frozen
      style={{ left: 0, width: TICK_WIDTH, padding: 0, justifyContent: "center" }}
    >
      <Tick
        ref={box}
        type="checkbox"
        checked={share === "all"}
        disabled={count === 0}
        onChange={onToggle}
        aria-label={`Select all: ${plural(count, "trial")}`}
      />
    </Cell>
  );
}
