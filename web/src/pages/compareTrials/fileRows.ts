import type { Artifact, TrialDetail } from "../../api/types";
import { kindOf } from "../../artifacts/view/kinds";

/** The files that trials have under one name. */
export interface FileRow {
  readonly name: string;
  /** One for each trial; undefined while the trial is not there. */
  readonly cells: readonly (TrialFiles | undefined)[];
}

export interface TrialFiles {
  readonly trialId: number;
  readonly number: number;
  /** None where the trial has none of this name; several if it has more than one. */
  readonly files: readonly Artifact[];
}

/** The files of some trials, row by row: pictures first, then the others, by name. */
export function fileRows(trials: readonly (TrialDetail | undefined)[]): FileRow[] {
  const all = trials.flatMap((trial) => trial?.artifacts ?? []);
  const isPicture = (name: string) =>
    all.some((file) => file.filename === name && kindOf(file) === "picture");
  const names = [...new Set(all.map(({ filename }) => filename))].toSorted();
  const ordered = [...names.filter(isPicture), ...names.filter((name) => !isPicture(name))];
  return ordered.map((name) => ({
    name,
    cells: trials.map(
      (trial) =>
        trial && {
          trialId: trial.trial_id,
          number: trial.number,
          files: trial.artifacts.filter(({ filename }) => filename === name),
        },
    ),
  }));
}
