import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { ApiError } from "../api/client";
import { writeFilter } from "../selection/filterUrl";
import type { TableState } from "./tableState";
import type { Position } from "./usePosition";

interface Props {
  readonly state: TableState;
  /** The filter selects nothing. */
  readonly isEmpty: boolean;
  readonly position: Position;
  readonly onChange: (change: Partial<TableState>) => void;
}

/** Why the selected trial is not to be seen in the table. */
export function TableMessage({ state, isEmpty, position, onChange }: Props): ReactNode {
  const isUnknown = position.error instanceof ApiError && position.error.status === 404;
  const isHidden = position.row === null;
  const [, setSearch] = useSearchParams();
  if (isEmpty) return <Alert severity="info">The filter selects no trial.</Alert>;
  if (!isUnknown && !isHidden) return null;
  const showAll = () =>
    setSearch((before) => writeFilter(before, ""), {
      replace: true,
      preventScrollReset: true,
    });
  return (
    <Alert
      severity="info"
      onClose={() => onChange({ trial: null })}
      {...(isHidden
        ? {
            action: (
              <Button color="inherit" size="small" onClick={showAll}>
                Show all trials
              </Button>
            ),
          }
        : {})}
    >
      {isUnknown
        ? `This study has no trial ${state.trial}.`
        : `Trial ${state.trial} is not among the trials shown.`}
    </Alert>
  );
}
