import type { Json, StudyOverview, TrialDetail } from "../../api/types";
import { constraintName } from "../../format/constraints";
import type { Value } from "../../format/numbers";
import { directionText, STATES } from "../../format/states";
import { formatDuration } from "../../format/times";
import type { Formats } from "../../format/useFormats";

/** What one trial has in a row; null where it has nothing. */
export interface ComparedCell {
  /** For reading. */
  readonly text: string;
  /** With every digit, and such that different things are different texts. */
  readonly exact: string;
}

export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  /** More than the name says. */
  readonly hint: string;
  /** One for each trial; undefined while the trial is not there. */
  readonly cells: readonly (ComparedCell | null | undefined)[];
  readonly differs: boolean;
}

export interface ComparedGroup {
  readonly name: string;
  readonly rows: readonly ComparedRow[];
}

type Trials = readonly (TrialDetail | undefined)[];
type Read = (trial: TrialDetail, formats: Formats) => ComparedCell | null;

/** All that is known of some trials, row by row. */
export function compareTrials(
  trials: Trials,
  study: StudyOverview,
  formats: Formats,
): ComparedGroup[] {
  const group = (name: string, rows: readonly Definition[]) => ({
    name,
    rows: rows.map((definition) => compared(definition, trials, formats)),
  });
  return [
    group("Trial", trialRows(study)),
    group("Objectives", objectiveRows(study)),
    group(
      "Parameters",
      namesIn(trials, ({ params }) => params.map(({ name }) => name)).map(paramRow),
    ),
    group(
      "Constraints",
      namesIn(trials, ({ constraints }) => constraints.map(({ name }) => name)).map(constraintRow),
    ),
    group(
      "User attributes",
      namesIn(trials, ({ user_attrs }) => Object.keys(user_attrs)).map(attrRow),
    ),
    group("Times", timeRows(study)),
    group("Reported values", reportRows(trials)),
  ].filter(({ rows }) => rows.length > 0);
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  readonly read: Read;
}

function compared(
  { id, name, hint = name, read }: Definition,
  trials: Trials,
  formats: Formats,
): ComparedRow {
  const cells = trials.map((trial) => trial && read(trial, formats));
  const there = cells.filter((cell) => cell !== undefined);
  return { id, name, hint, cells, differs: new Set(there.map((cell) => cell?.exact)).size > 1 };
}

function trialRows({ has_constraints, directions }: StudyOverview): Definition[] {
  const bestName = directions.length > 1 ? "On the Pareto front" : "Best";
  return [
    { id: "state", name: "State", read: ({ state }) => plain(STATES[state].label) },
    { id: "best", name: bestName, read: ({ is_best }) => plain(is_best ? "yes" : "no") },
    ...(has_constraints
      ? [{ id: "feasible", name: "Feasible", read: feasible } satisfies Definition]
      : []),
  ];
}

function feasible(trial: TrialDetail): ComparedCell {
  return plain(trial.feasible ? "yes" : "no");
}

function objectiveRows({ objective_labels, directions }: StudyOverview): Definition[] {
  return objective_labels.map((name, index) => ({
    id: `value:${index}`,
    name,
    hint: `${name} (${directionText(directions[index] ?? "not_set")})`,
    read: ({ values }, formats) => number(values?.[index], formats),
  }));
}

function paramRow(name: string): Definition {
  return {
    id: `param:${name}`,
    name,
    read: ({ params }, formats) =>
      json(params.find((param) => param.name === name)?.value, formats),
  };
}

function constraintRow(name: string): Definition {
  return {
    id: `constraint:${name}`,
    name: constraintName(name),
    read: ({ constraints }, formats) =>
      number(constraints.find((one) => one.name === name)?.value, formats),
  };
}

function attrRow(name: string): Definition {
  const read: Read = ({ user_attrs }, formats) => json(user_attrs[name], formats);
  return { id: `attr:${name}`, name, read };
}

function timeRows({ clock }: StudyOverview): Definition[] {
  const time = (iso: string | null, { formatTime }: Formats) =>
    iso === null ? null : { text: formatTime(iso, clock), exact: iso };
  return [
    { id: "start", name: "Start", read: ({ start }, formats) => time(start, formats) },
    {
      id: "complete",
      name: "Completion",
      read: ({ complete }, formats) => time(complete, formats),
    },
    {
      id: "duration",
      name: "Duration",
      read: ({ duration }) =>
        duration === null ? null : { text: formatDuration(duration), exact: `${duration} s` },
    },
  ];
}

function reportRows(trials: Trials): Definition[] {
  if (!trials.some((trial) => trial?.intermediate_values.length)) return [];
  const last = (trial: TrialDetail) => trial.intermediate_values.at(-1);
  return [
    { id: "steps", name: "Steps", read: (trial) => count(trial.intermediate_values.length) },
    { id: "last-step", name: "Last step", read: (trial) => count(last(trial)?.step) },
    {
      id: "last-value",
      name: "Last value",
      read: (trial, formats) => number(last(trial)?.value, formats),
    },
  ];
}

/** The names that any of the trials has, sorted. */
function namesIn(trials: Trials, names: (trial: TrialDetail) => readonly string[]): string[] {
  const all = trials.flatMap((trial) => (trial ? names(trial) : []));
  return [...new Set(all)].toSorted();
}

function plain(text: string): ComparedCell {
  return { text, exact: text };
}

function count(value: number | undefined): ComparedCell | null {
  return value === undefined ? null : plain(String(value));
}

function number(value: Value | null | undefined, { formatValue }: Formats): ComparedCell | null {
  if (value === null || value === undefined) return null;
  return { text: formatValue(value), exact: String(value) };
}

function json(value: Json | undefined, { formatJson }: Formats): ComparedCell | null {
  if (value === undefined) return null;
  return { text: formatJson(value) || "(empty text)", exact: JSON.stringify(value) };
}
