import type { ReactNode } from "react";
import type { TrialRow } from "../api/types";
import { TICK_WIDTH } from "./columnWindow";
import { Cell, Tick } from "./tableStyles";

interface Props {
  /** Undefined while it is on its way. */
  readonly trial: TrialRow | undefined;
  readonly ticked: boolean;
}

/** Marks a trial for comparison or export; the table answers to its clicks. */
export function TickCell({ trial, ticked }: Props): ReactNode {
  return (
    <Cell
      role="gridcell"
      aria-colindex={1}
      data-frozen
      data-tick
      style={{ left: 0, width: TICK_WIDTH, padding: 0, justifyContent: "center" }}
    >
      {trial && (
        <Tick
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          readOnly
          aria-label={`Select trial ${trial.number}`}
        />
      )}
    </Cell>
  );
}
