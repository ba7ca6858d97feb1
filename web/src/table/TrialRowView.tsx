import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import type { TrialRow } from "../api/types";
import { StateChip } from "../components/StateChip";
import type { Column } from "./columns";
import { BestMark, BodyRow, Cell, Clip, Pending } from "./tableStyles";
import type { ColumnWindow } from "./useColumnWindow";

interface Props {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** Undefined while it is on its way. */
  readonly trial: TrialRow | undefined;
  readonly window: ColumnWindow;
  readonly selected: boolean;
  readonly active: boolean;
  readonly best: boolean;
  /** The trial's page, for opening it in another tab. */
  readonly address: string;
}

/** Drawn anew only when its trial, its place or the columns change. */
export const TrialRowView = memo(function TrialRowView(props: Props): ReactNode {
  const { id, index, top, trial, window, selected, active, best, address } = props;
  const [first, ...others] = window.shown;
  return (
    <BodyRow
      id={id}
      role="row"
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-active={active}
      data-index={index}
      style={{ transform: `translateY(${top}px)`, width: window.width }}
    >
      {first && (
        <Cell
          role="rowheader"
          aria-colindex={1}
          data-first
          data-numeric
          style={{ width: first.column.width }}
        >
          {best && <BestMark role="img" aria-label="best" title="Best" />}
          {trial ? (
            <Link to={address} tabIndex={-1} style={{ color: "inherit" }}>
              {trial.number}
            </Link>
          ) : (
            <Pending />
          )}
        </Cell>
      )}
      {window.gap > 0 && <div role="presentation" style={{ flex: "none", width: window.gap }} />}
      {others.map(({ column, position }) => (
        <Cell
          key={column.id}
          role="gridcell"
          aria-colindex={position}
          data-numeric={column.numeric}
          style={{ width: column.width }}
        >
          {trial ? <CellContent column={column} trial={trial} /> : <Pending />}
        </Cell>
      ))}
    </BodyRow>
  );
});

interface ContentProps {
  readonly column: Column;
  readonly trial: TrialRow;
}

function CellContent({ column, trial }: ContentProps): ReactNode {
  if (column.kind === "state") return <StateChip state={trial.state} />;
  const text = column.text(trial);
  return <Clip title={text.length > 12 ? text : undefined}>{text}</Clip>;
}
