import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import type { TrialRow } from "../api/types";
import { StateChip } from "../components/StateChip";
import type { ColumnWindow, PlacedColumn } from "./columnWindow";
import { COLUMN_ATTRIBUTE, CONTENT_ATTRIBUTE, FROZEN_ATTRIBUTE } from "./layout/attributes";
import { ROW_NAME } from "./layout/layout";
import { TickCell } from "./TickCell";
import { BestMark, BodyRow, Cell, Clip, Gap, Pending } from "./tableStyles";

interface Props {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** Undefined while it is on its way. */
  readonly trial: TrialRow | undefined;
  readonly window: ColumnWindow;
  readonly ticked: boolean;
  /** Whether its details are shown. */
  readonly opened: boolean;
  readonly active: boolean;
  readonly best: boolean;
  /** The trial's page, for opening it in another tab. */
  readonly address: string;
}

/** Drawn anew only when its trial, its place or the columns change. */
export const TrialRowView = memo(function TrialRowView(props: Props): ReactNode {
  const { id, index, top, trial, window, ticked, opened, active } = props;
  return (
    <BodyRow
      id={id}
      role="row"
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-selected={ticked}
      {...(opened ? { "aria-current": true } : {})}
      data-active={active}
      data-index={index}
      style={{ transform: `translateY(${top}px)`, width: window.width }}
    >
      <TickCell trial={trial} ticked={ticked} />
      {window.frozen.map((placed, place) => (
        <RowCell
          key={placed.column.id}
          {...props}
          placed={placed}
          frozen
          isEdge={place === window.frozen.length - 1}
        />
      ))}
      <Gap role="presentation" style={{ width: window.gap }} />
      {window.shown.map((placed) => (
        <RowCell key={placed.column.id} {...props} placed={placed} />
      ))}
    </BodyRow>
  );
});

interface CellProps extends Props {
  readonly placed: PlacedColumn;
  readonly frozen?: boolean;
  readonly isEdge?: boolean;
}

function RowCell(props: CellProps): ReactNode {
  const { placed, trial, frozen = false, isEdge = false } = props;
  const { column, position, left } = placed;
  return (
    <Cell
      role={column.id === ROW_NAME ? "rowheader" : "gridcell"}
      aria-colindex={position}
      {...{ [COLUMN_ATTRIBUTE]: column.id, [FROZEN_ATTRIBUTE]: frozen }}
      data-edge={isEdge}
      data-numeric={column.numeric}
      style={{ width: column.width, ...(frozen ? { left } : {}) }}
    >
      {trial ? <CellContent {...props} trial={trial} /> : <Pending />}
    </Cell>
  );
}

function CellContent({
  placed: { column },
  trial,
  best,
  address,
}: CellProps & { readonly trial: TrialRow }): ReactNode {
  const content = { [CONTENT_ATTRIBUTE]: true };
  if (column.kind === "number") {
    return (
      <>
        {best && <BestMark {...content} role="img" aria-label="best" title="Best" />}
        <Link {...content} to={address} tabIndex={-1} style={{ color: "inherit" }}>
          {trial.number}
        </Link>
      </>
    );
  }
  const text = column.text(trial);
  return (
    <Clip {...content} title={text.length > 12 ? text : undefined}>
      {column.kind === "state" ? <StateChip state={trial.state} /> : text}
    </Clip>
  );
}
