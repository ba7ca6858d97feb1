import type { ClockName, Json, StudyOverview, TrialRow } from "../api/types";
import { directionText } from "../format/states";
import { formatDuration } from "../format/times";
import type { Formats } from "../format/useFormats";

export type ColumnKind =
  | "number"
  | "state"
  | "value"
  | "feasible"
  | "param"
  | "attr"
  | "time"
  | "duration";

export interface Column {
  /** The name of the column in the API's `sort`; null where it cannot be sorted by. */
  readonly sortKey: string | null;
  readonly id: string;
  readonly kind: ColumnKind;
  readonly label: string;
  /** More than the label says, for a tooltip. */
  readonly hint: string;
  readonly width: number;
  readonly numeric: boolean;
  /** Whether the better end comes first in descending order. */
  readonly descendingFirst: boolean;
  readonly text: (row: TrialRow) => string;
}

/** What the trial table shows of a study, left to right. */
export function columnsOf(study: StudyOverview, formats: Formats): Column[] {
  return [
    column({
      id: "number",
      kind: "number",
      label: "Trial",
      width: 84,
      text: (row) => String(row.number),
    }),
    column({ id: "state", kind: "state", label: "State", width: 112, text: (row) => row.state }),
    ...study.objective_labels.map((label, index) => valueColumn(label, index, study, formats)),
    ...(study.has_constraints ? [FEASIBLE] : []),
    ...study.param_names.map((name) => paramColumn(name, examples(name, study), formats)),
    ...study.user_attr_names.map((name) => attrColumn(name, formats)),
    timeColumn("start", "Start", study.clock, formats),
    timeColumn("complete", "Completion", study.clock, formats),
    column({
      id: "duration",
      kind: "duration",
      label: "Duration",
      width: 116,
      numeric: true,
      text: (row) => formatDuration(row.duration),
    }),
  ];
}

type Definition = Pick<Column, "id" | "kind" | "label" | "width" | "text"> & Partial<Column>;

function column(definition: Definition): Column {
  return {
    sortKey: definition.id,
    hint: definition.label,
    numeric: definition.kind === "number",
    descendingFirst: false,
    ...definition,
  };
}

const FEASIBLE = column({
  id: "feasible",
  sortKey: null,
  kind: "feasible",
  label: "Feasible",
  width: 96,
  text: (row) => (row.feasible ? "yes" : "no"),
});

function valueColumn(
  label: string,
  index: number,
  study: StudyOverview,
  { formatValue }: Formats,
): Column {
  const direction = study.directions[index] ?? "not_set";
  return column({
    id: `value:${index}`,
    kind: "value",
    label: study.objective_names || study.directions.length > 1 ? label : "Value",
    hint: `${label} (${directionText(direction)})`,
    width: headed(label, numberWidth(formatValue, 124)),
    numeric: true,
    descendingFirst: direction === "maximize",
    text: (row) => formatValue(row.values?.[index]),
  });
}

function paramColumn(
  name: string,
  values: readonly Json[],
  { formatJson, formatValue }: Formats,
): Column {
  const numeric = values.every((value) => typeof value === "number");
  const longest = Math.max(0, ...values.map((value) => formatJson(value).length));
  return column({
    id: `param:${name}`,
    kind: "param",
    label: name,
    hint: `Parameter ${name}`,
    width: headed(
      name,
      numeric ? numberWidth(formatValue, 116) : Math.min(Math.max(longest * 8 + 24, 96), 240),
    ),
    numeric,
    text: (row) => formatJson(row.params[name]),
  });
}

/** What the best trials have for a parameter: its ranges would cost a reading of all trials. */
function examples(name: string, { best_trials }: StudyOverview): Json[] {
  return best_trials.flatMap(({ params }) => (name in params ? [params[name] ?? null] : []));
}

function attrColumn(name: string, { formatJson }: Formats): Column {
  return column({
    id: `attr:${name}`,
    kind: "attr",
    label: name,
    hint: `User attribute ${name}`,
    width: headed(name, 132),
    text: (row) => formatJson(row.user_attrs[name]),
  });
}

function timeColumn(
  id: "start" | "complete",
  label: string,
  clock: ClockName,
  { formatTime, zoneText }: Formats,
): Column {
  return column({
    id,
    kind: "time",
    label,
    hint: `${label} (${zoneText(clock)})`,
    width: 172,
    text: (row) => formatTime(row[id], clock),
  });
}

/** Room for about the longest number that the user's format can make. */
function numberWidth(formatValue: Formats["formatValue"], least: number): number {
  return Math.max(least, formatValue(-Math.PI * 1e-5).length * 8 + 24);
}

/** Widths follow from the study alone, so that nothing moves when trials arrive. */
function headed(label: string, least: number): number {
  const forLabel = Math.min(label.length * 8 + 44, 220);
  return Math.max(forLabel, least);
}
