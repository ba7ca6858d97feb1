import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { ClockName } from "../api/types";
import type { ColumnWindow, PlacedColumn } from "./columnWindow";
import { useFilteredColumns } from "./filter/useFilteredColumns";
import { HeaderCell } from "./HeaderCell";
import { HeadTick, type HeadTickProps } from "./HeadTick";
import { ColumnMenu } from "./layout/ColumnMenu";
import { mayPass } from "./layout/layout";
import { useColumnDrag } from "./layout/useColumnDrag";
import type { Columns } from "./layout/useColumnLayout";
import { columnOf, useHeadFocus } from "./layout/useHeadFocus";
import { nextSort, sortingOf, type TableState } from "./tableState";
import { Gap, Head, HeadRow } from "./tableStyles";

interface Props {
  readonly columns: Columns;
  readonly window: ColumnWindow;
  readonly clock: ClockName;
  readonly state: TableState;
  readonly onChange: (change: Partial<TableState>) => void;
  readonly tick: HeadTickProps;
  /** Scrolls until a column is in sight. */
  readonly reveal: (id: string) => void;
  /** Tells what happened to those who do not see it. */
  readonly say: (text: string) => void;
}

interface OpenMenu {
  readonly id: string;
  readonly anchor: HTMLElement;
}

/** The headers: left and right lead from one to the other, with Shift they move the column. */
export function TableHead(props: Props): ReactNode {
  const { columns, window, state, onChange, reveal, say } = props;
  const row = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [drag, startDrag] = useColumnDrag(columns);
  const filtered = useFilteredColumns();
  const ids = columns.columns.map(({ id }) => id);
  const drawn = [...window.frozen, ...window.shown].map(({ column }) => column.id);
  const focus = useHeadFocus(row, drawn, reveal);
  const opened = columns.columns.find(({ id }) => id === menu?.id);

  const onKeyDown = (event: KeyboardEvent) => {
    const id = columnOf(event);
    const step = STEPS[event.key];
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey && !step) return;
    if (event.shiftKey && step) {
      columns.moveBy(id, step);
      say(describeMove(columns, id, step));
    }
    const next = event.shiftKey ? id : neighbour(ids, id, event.key);
    if (next === undefined) return;
    focus.go(next);
    event.preventDefault();
  };

  const cell = (placed: PlacedColumn, frozen: boolean) => {
    const { id, descendingFirst } = placed.column;
    return (
      <HeaderCell
        key={id}
        placed={placed}
        frozen={frozen}
        isEdge={placed === window.frozen.at(-1)}
        columns={columns}
        sorting={sortingOf(state.sort)}
        isCurrent={id === focus.current}
        isFiltered={filtered.has(id)}
        drag={drag}
        onSort={() => onChange({ sort: nextSort(state.sort, id, descendingFirst) })}
        onMenu={(anchor) => setMenu({ id, anchor })}
        onPress={(press) => startDrag(press, id)}
      />
    );
  };
  return (
    <Head role="rowgroup">
      <HeadRow
        ref={row}
        role="row"
        aria-rowindex={1}
        style={{ width: window.width }}
        onKeyDown={onKeyDown}
      >
        <HeadTick {...props.tick} />
        {window.frozen.map((placed) => cell(placed, true))}
        <Gap role="presentation" style={{ width: window.gap }} />
        {window.shown.map((placed) => cell(placed, false))}
      </HeadRow>
      {menu && opened && (
        <ColumnMenu
          column={opened}
          columns={columns}
          clock={props.clock}
          anchor={menu.anchor}
          onHide={() => focus.go(neighbour(ids, opened.id, "ArrowLeft") ?? opened.id)}
          onClose={() => setMenu(null)}
        />
      )}
    </Head>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The header that a key leads to, undefined if the key leads nowhere. */
function neighbour(ids: readonly string[], id: string, key: string): string | undefined {
  if (key === "Home") return ids[0];
  if (key === "End") return ids.at(-1);
  const step = STEPS[key];
  return step && ids[ids.indexOf(id) + step];
}

function describeMove({ columns, layout }: Columns, id: string, step: 1 | -1): string {
  const place = columns.findIndex((column) => column.id === id);
  const neighbour = columns[place + step];
  const label = columns[place]?.label ?? id;
  if (!neighbour || !mayPass(layout, id, neighbour.id)) return `${label} cannot go further`;
  return `${label} is column ${place + step + 1} of ${columns.length}`;
}
