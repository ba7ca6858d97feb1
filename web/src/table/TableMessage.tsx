import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { ApiError } from "../api/client";
import type { TableState } from "./tableState";
import type { Position } from "./usePosition";

interface Props {
  readonly state: TableState;
  readonly position: Position;
  readonly onChange: (change: Partial<TableState>) => void;
}

/** Why the selected trial is not to be seen in the table. */
export function TableMessage({ state, position, onChange }: Props): ReactNode {
  const isUnknown = position.error instanceof ApiError && position.error.status === 404;
  const isHidden = position.row === null;
  if (!isUnknown && !isHidden) return null;
  return (
    <Alert
      severity="info"
      onClose={() => onChange({ trial: null })}
      {...(isHidden
        ? {
            action: (
              <Button color="inherit" size="small" onClick={() => onChange({ states: [] })}>
                Show all states
              </Button>
            ),
          }
        : {})}
    >
      {isUnknown
        ? `This study has no trial ${state.trial}.`
        : `Trial ${state.trial} is not in the states shown.`}
    </Alert>
  );
}
