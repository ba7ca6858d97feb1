import type { ClockName, Json, StudyOverview, TrialRow } from "../api/types";
import { constraintName } from "../format/constraints";
import { directionText } from "../format/states";
import { formatDuration } from "../format/times";
import type { Formats } from "../format/useFormats";

export type ColumnKind =
  | "number"
  | "state"
  | "value"
  | "feasible"
  | "constraint"
  | "param"
  | "attr"
  | "time"
  | "duration";

export interface Column {
  /** The name of the column in the API's `sort`. */
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
      width: 104,
      text: (row) => String(row.number),
    }),
    column({ id: "state", kind: "state", label: "State", width: 124, text: (row) => row.state }),
    ...study.objective_labels.map((label, index) => valueColumn(label, index, study, formats)),
    ...(study.has_constraints ? [FEASIBLE] : []),
    ...study.constraint_names.map((name) => constraintColumn(name, formats)),
    ...study.param_names.map((name) => paramColumn(name, study, formats)),
    ...study.user_attr_names.map((name) => attrColumn(name, study, formats)),
    timeColumn("start", "Start", study.clock, formats),
    timeColumn("complete", "Completion", study.clock, formats),
    column({
      id: "duration",
      kind: "duration",
      label: "Duration",
      width: 124,
      numeric: true,
      text: (row) => formatDuration(row.duration),
    }),
  ];
}

type Definition = Pick<Column, "id" | "kind" | "label" | "width" | "text"> & Partial<Column>;

function column(definition: Definition): Column {
  return {
    hint: definition.label,
    numeric: definition.kind === "number",
    descendingFirst: false,
    ...definition,
  };
}

const FEASIBLE = column({
  id: "feasible",
  kind: "feasible",
  label: "Feasible",
  width: 124,
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

function constraintColumn(name: string, { formatValue }: Formats): Column {
  const label = constraintName(name);
  return column({
    id: `constraint:${name}`,
    kind: "constraint",
    label,
    hint: `${label}, satisfied at 0 or less`,
    width: headed(label, numberWidth(formatValue, 116)),
    numeric: true,
    text: (row) => formatValue(row.constraints[name]),
  });
}

function paramColumn(
  name: string,
  { best_trials }: StudyOverview,
  { formatJson, formatValue }: Formats,
): Column {
  const values = examples(best_trials.map(({ params }) => params[name]));
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

function attrColumn(
  name: string,
  { best_trials }: StudyOverview,
  { formatJson, formatValue }: Formats,
): Column {
  const values = examples(best_trials.map(({ user_attrs }) => user_attrs[name]));
  const numeric = values.length > 0 && values.every((value) => typeof value === "number");
  return column({
    id: `attr:${name}`,
    kind: "attr",
    label: name,
    hint: `User attribute ${name}`,
    width: headed(name, numeric ? numberWidth(formatValue, 116) : 132),
    numeric,
    text: (row) => formatJson(row.user_attrs[name]),
  });
}

/** Best trials stand for all: to know what every trial has would cost a reading of them. */
function examples(values: readonly (Json | undefined)[]): Json[] {
  return values.filter((value) => value !== undefined);
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
    width: 184,
    text: (row) => formatTime(row[id], clock),
  });
}

/** Room for about the longest number that the user's format can make. */
function numberWidth(formatValue: Formats["formatValue"], least: number): number {
  return Math.max(least, formatValue(-Math.PI * 1e-5).length * 8 + 24);
}

/** Widths follow from the study alone, so that nothing moves when trials arrive. */
function headed(label: string, least: number): number {
  const forLabel = Math.min(label.length * 8 + 68, 240);
  return Math.max(forLabel, least);
}
