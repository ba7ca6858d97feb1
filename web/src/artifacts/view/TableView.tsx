import Alert from "@mui/material/Alert";
import { styled } from "@mui/material/styles";
import { type ReactNode, useMemo } from "react";
import type { Artifact } from "../../api/types";
import { Empty } from "../../components/Empty";
import { plural } from "../../format/numbers";
import { useBeginning, type ViewProps } from "../useContent";
import { type Head, textOf } from "./head";
import { endingOf } from "./kinds";
import { ViewError, Waiting } from "./states";
import { cutOf, Text } from "./TextView";
import { delimitedTable, jsonTable, type Table } from "./table";
import { CutNote } from "./Unshown";

const MOST_BYTES = 2_000_000;
const MOST_ROWS = 500;
const MOST_COLUMNS = 100;

const LINE = "1px solid var(--mui-palette-divider)";
const Scroll = styled("section")({
  flex: 1,
  minHeight: 120,
  overflow: "auto",
  border: LINE,
  borderRadius: 4,
  fontSize: "0.8125rem",
  "& table": { borderCollapse: "separate", borderSpacing: 0 },
  "& th, & td": {
    padding: "4px 12px",
    borderBottom: LINE,
    textAlign: "start",
    verticalAlign: "top",
    maxWidth: 480,
  },
  "& thead th": {
    position: "sticky",
    top: 0,
    fontWeight: 650,
    background: "var(--mui-palette-surface-sunken)",
  },
  "& tbody th": { fontWeight: 400, color: "var(--mui-palette-text-secondary)" },
  "& [data-number=true]": { textAlign: "end" },
});

/** The first rows of a file of delimited values, or of JSON in each line. */
export function TableView({ artifact, place }: ViewProps): ReactNode {
  const { data, error } = useBeginning({ artifact, place }, MOST_BYTES);
  const table = useMemo(() => data && tableOf(artifact, data), [artifact, data]);
  if (error) return <ViewError error={error} />;
  if (!data || !table) return <Waiting />;
  if (data.bytes.length === 0) return <Empty title="This file is empty" />;
  if (table instanceof Error) {
    return (
      <>
        <Alert severity="warning" variant="outlined">
          {table.message} The file is shown as text.
        </Alert>
        {data.isCut && <CutNote>{cutOf(data)}</CutNote>}
        <Text name={artifact.filename} text={textOf(data)} />
      </>
    );
  }
  return <Rows name={artifact.filename} table={table} />;
}

function tableOf({ filename, mimetype }: Artifact, head: Head): Table | Error {
  const lines = { text: textOf(head), isCut: head.isCut };
  const ending = endingOf(filename);
  if (!/^(?:jsonl|ndjson)$/.test(ending) && !/json/i.test(mimetype)) {
    return delimitedTable(lines, ending, MOST_ROWS);
  }
  try {
    return jsonTable(lines, MOST_ROWS, MOST_COLUMNS);
  } catch (error) {
    return error as Error;
  }
}

function Rows({ name, table }: { readonly name: string; readonly table: Table }): ReactNode {
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const numeric = columns.map((_, at) => isNumeric(table.rows, at));
  const cut = whatIsCut(table);
  return (
    <>
      {cut ? (
        <CutNote>{cut}</CutNote>
      ) : (
        <div>
          {plural(table.rows.length, "row")}, {plural(columns.length, "column")}
        </div>
      )}
      <Scroll tabIndex={0} aria-label={`Rows of ${name}`}>
        <table aria-label={name}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={at} scope="col" data-number={numeric[at]}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {columns.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
                  <td key={at} data-number={numeric[at]}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function whatIsCut({ rows, columns, isCut }: Table): string {
  const cut = [
    ...(isCut ? [plural(rows.length, "row")] : []),
    ...(columns.length > MOST_COLUMNS
      ? [`${MOST_COLUMNS} of ${plural(columns.length, "column")}`]
      : []),
  ];
  return cut.length
    ? `These are the first ${cut.join(", ")}. Download the file to see all of it.`
    : "";
}

function isNumeric(rows: Table["rows"], column: number): boolean {
  const values = rows.map((row) => row[column] ?? "").filter(Boolean);
  return values.length > 0 && values.every((value) => !Number.isNaN(Number(value)));
}
