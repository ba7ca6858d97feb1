import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useStudyOverview, useTrial } from "../api/hooks";
import type { Json, TrialDetail } from "../api/types";
import { type Formats, useFormats } from "../format/useFormats";
import type { Hovered } from "./useHovered";

/** Of parameters and attributes each; the page of the trial has them all. */
const MOST_ROWS = 12;

// It is about what the pointer is on, so the pointer cannot reach it.
const Panel = styled("div")(({ theme }) => ({
  position: "absolute",
  top: 0,
  zIndex: 2,
  maxWidth: "min(340px, 48%)",
  maxHeight: "100%",
  overflow: "hidden",
  pointerEvents: "none",
  padding: theme.spacing(1, 1.5),
  borderRadius: 6,
  border: "1px solid var(--mui-palette-divider)",
  background: "var(--mui-palette-background-paper)",
  boxShadow: theme.shadows[3],
  fontSize: "0.8125rem",
  lineHeight: 1.5,
  "& dl": {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, auto) minmax(0, 1fr)",
    columnGap: theme.spacing(1.5),
  },
  "& dt, & dd": { margin: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "& dt, & small": { color: "var(--mui-palette-text-secondary)", fontSize: "inherit" },
  "& dd": { fontWeight: 500 },
  "& strong": { fontWeight: 650 },
}));

/** What a trial under the pointer is: more than fits into the label of its point. */
export function HoveredTrial({ hovered }: { readonly hovered: Hovered }): ReactNode {
  const { study, number, left } = hovered;
  const { data: trial } = useTrial(study, number);
  const { data: overview } = useStudyOverview(study);
  const formats = useFormats();
  // The answer may still be about the trial before.
  if (trial?.number !== number || !overview) return null;
  return (
    <Panel style={left ? { right: 0 } : { left: 0 }} aria-hidden data-hovered={number}>
      <strong>Trial {number}</strong> <small>{trial.state}</small>
      <Rows rows={valueRows(trial, overview.objective_labels, formats)} />
      <Rows rows={trial.params.map(({ name, value }) => [name, formats.formatJson(value)])} />
      <Rows rows={attrRows(trial.user_attrs, formats)} />
    </Panel>
  );
}

type Row = readonly [name: string, text: string];

function Rows({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <>
      <dl>
        {shown.map(([name, text]) => (
          <Pair key={name} name={name} text={text} />
        ))}
      </dl>
      {shown.length < rows.length && <small>and {rows.length - shown.length} more</small>}
    </>
  );
}

function Pair({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text || "(empty text)"}</dd>
    </>
  );
}

function valueRows(
  { values }: TrialDetail,
  labels: readonly string[],
  { formatValue }: Formats,
): Row[] {
  return (values ?? []).map((value, place) => [labels[place] ?? "", formatValue(value)]);
}

function attrRows(attrs: Readonly<Record<string, Json>>, { formatJson }: Formats): Row[] {
  return Object.entries(attrs).map(([name, value]) => [name, formatJson(value)]);
}
