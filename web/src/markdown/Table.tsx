import type { Tokens as Marked } from "marked";
import type { ReactNode } from "react";
import { Scroll } from "./markdownStyles";
import { Tokens } from "./Tokens";

interface Props {
  readonly table: Marked.Table;
  readonly depth: number;
}

/** A table, wider than its place if it must be. */
export function Table({ table, depth }: Props): ReactNode {
  const cells = (row: readonly Marked.TableCell[], Cell: "th" | "td") =>
    row.map(({ align, tokens }, index) => (
      <Cell
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
        key={index}
        style={align ? { textAlign: align } : undefined}
        {...(Cell === "th" ? { scope: "col" } : {})}
      >
        <Tokens tokens={tokens} depth={depth} />
      </Cell>
    ));
  return (
    <Scroll role="group" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>{cells(table.header, "th")}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
            <tr key={index}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
