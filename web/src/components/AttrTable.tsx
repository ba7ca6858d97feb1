import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Json } from "../api/types";
import { exactJson } from "../format/json";
import { useFormats } from "../format/useFormats";
import { MONO } from "../theme/fonts";
import { CopyValue } from "./CopyValue";

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th": {
    width: "1%",
    maxWidth: 280,
    minWidth: 96,
    padding: "6px 24px 6px 0",
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: 400,
    color: "var(--mui-palette-text-secondary)",
  },
  "& td": { padding: "6px 0", verticalAlign: "top", whiteSpace: "pre-wrap" },
  "& tr + tr": { borderTop: "1px solid var(--mui-palette-divider)" },
});

const Code = styled("pre")({
  margin: "4px 0",
  fontFamily: MONO,
  fontSize: "0.8125rem",
  whiteSpace: "pre-wrap",
  maxHeight: 400,
  overflow: "auto",
});

/** Attributes by name; what has a structure is shown as indented JSON. */
export function AttrTable({
  attrs,
}: {
  readonly attrs: Readonly<Record<string, Json>>;
}): ReactNode {
  return (
    <Table>
      <tbody>
        {Object.entries(attrs).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <AttrValue value={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Longer than this is folded to its beginning. */
const SHORT = 200;

function AttrValue({ value }: { readonly value: Json }): ReactNode {
  const { formatJson } = useFormats();
  const isText = typeof value !== "object" || value === null;
  const text = isText ? formatJson(value) : JSON.stringify(value);
  if (text.length <= SHORT) {
    return <CopyValue text={exactJson(value)}>{text || "(empty text)"}</CopyValue>;
  }
  return (
    <details>
      <summary style={{ cursor: "pointer" }}>{text.slice(0, SHORT)}…</summary>
      <CopyValue text={exactJson(value)}>Copy all</CopyValue>
      <Code>{isText ? text : JSON.stringify(value, null, 2)}</Code>
    </details>
  );
}
