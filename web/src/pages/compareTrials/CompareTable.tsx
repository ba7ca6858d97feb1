import type { ReactNode } from "react";
import { visuallyHidden } from "../../components/visuallyHidden";
import { ComparedHead, type ComparedHeadProps } from "./ComparedHead";
import { Corner, GroupHead, RowHead, Scroller, Table, Unequal, Value } from "./compareStyles";
import type { ComparedCell, ComparedGroup, ComparedRow } from "./comparison";

interface Props {
  readonly heads: readonly ComparedHeadProps[];
  readonly groups: readonly ComparedGroup[];
  /** Further rows. */
  readonly children?: ReactNode;
}

/** One column for each trial, one row for each thing that is known of them. */
export function CompareTable({ heads, groups, children }: Props): ReactNode {
  return (
    <Scroller tabIndex={0} role="region" aria-label="Trials side by side">
      <Table>
        <thead>
          <tr>
            <Corner as="td" />
            {heads.map((head) => (
              <ComparedHead key={head.number} {...head} />
            ))}
          </tr>
        </thead>
        {groups.map(({ name, rows }) => (
          <tbody key={name}>
            <tr>
              <GroupHead scope="rowgroup" colSpan={heads.length + 1}>
                <span>{name}</span>
              </GroupHead>
            </tr>
            {rows.map((row) => (
              <Row key={row.id} row={row} heads={heads} />
            ))}
          </tbody>
        ))}
        {children}
      </Table>
    </Scroller>
  );
}

interface RowProps {
  readonly row: ComparedRow;
  readonly heads: Props["heads"];
}

function Row({ row, heads }: RowProps): ReactNode {
  const first = row.cells.find((cell) => cell !== undefined);
  return (
    <tr data-differs={row.differs}>
      <RowHead scope="row" title={row.hint}>
        <div>
          <Unequal aria-hidden>{row.differs && "≠"}</Unequal>
          <span>
            {row.name}
            {row.differs && <span style={visuallyHidden}> differs</span>}
          </span>
        </div>
      </RowHead>
      {row.cells.map((cell, index) => (
        <td key={heads[index]?.number}>
          <CellValue cell={cell} isOther={row.differs && cell?.exact !== first?.exact} />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: ComparedCell | null | undefined;
  /** Whether it differs from the first trial's. */
  readonly isOther: boolean;
}

function CellValue({ cell, isOther }: CellProps): ReactNode {
  if (cell === undefined) return null;
  if (cell === null) {
    return (
      <Value data-other={isOther}>
        <Nothing />
      </Value>
    );
  }
  return (
    <Value data-other={isOther} title={cell.exact}>
      {cell.text}
    </Value>
  );
}

export function Nothing(): ReactNode {
  return (
    <>
      <span aria-hidden>–</span>
      <span style={visuallyHidden}>nothing</span>
    </>
  );
}
