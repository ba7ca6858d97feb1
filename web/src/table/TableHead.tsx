import type { ReactNode } from "react";
import type { Column } from "./columns";
import { HeaderCell } from "./HeaderCell";
import { nextSort, sortingOf, type TableState } from "./tableState";
import { Head, HeadRow } from "./tableStyles";
import type { ColumnWindow } from "./useColumnWindow";

interface Props {
  readonly window: ColumnWindow;
  readonly state: TableState;
  readonly onChange: (change: Partial<TableState>) => void;
}

export function TableHead({ window, state, onChange }: Props): ReactNode {
  const sorting = sortingOf(state.sort);
  const sortBy = ({ sortKey, descendingFirst }: Column) =>
    sortKey !== null && onChange({ sort: nextSort(state.sort, sortKey, descendingFirst) });
  const [first, ...others] = window.shown.map(({ column, position }) => (
    <HeaderCell
      key={column.id}
      column={column}
      position={position}
      sorting={sorting}
      onSort={sortBy}
    />
  ));
  return (
    <Head role="rowgroup">
      <HeadRow role="row" aria-rowindex={1} style={{ width: window.width }}>
        {first}
        {window.gap > 0 && <div role="presentation" style={{ flex: "none", width: window.gap }} />}
        {others}
      </HeadRow>
    </Head>
  );
}
