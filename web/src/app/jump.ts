import type { StudySummary } from "../api/types";
import { studyTitle } from "../format/states";
import { paths } from "./paths";

export interface JumpTarget {
  readonly to: string;
  readonly label: string;
  /** What kind of place it is, or where. */
  readonly hint: string;
}

const AT_MOST = 50;

/**
 * Where a typed text may lead: pages, studies by words of their name, and trials by their
 * number, of the study at hand (`12`) or of the one that the words before it name (`net 12`).
 */
export function jumpTargets(
  text: string,
  studies: readonly StudySummary[],
  current: StudySummary | undefined,
): JumpTarget[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const number = /^#?(\d+)$/.exec(words.at(-1) ?? "")?.[1];
  const trials = number ? trialTargets(Number(number), words.slice(0, -1), studies, current) : [];
  const pages = pageTargets(current, studies).filter(({ label }) => hasAll(label, words));
  const named = studies.filter((study) => hasAll(study.study_name, words)).map(studyTarget);
  return [...trials, ...pages, ...named].slice(0, AT_MOST);
}

function trialTargets(
  number: number,
  words: readonly string[],
  studies: readonly StudySummary[],
  current: StudySummary | undefined,
): JumpTarget[] {
  const candidates = words.length ? studies.filter((s) => hasAll(s.study_name, words)) : [];
  const asked = words.length || !current ? candidates : [current];
  return asked
    .filter(({ n_trials }) => number < n_trials)
    .map((study) => ({
      to: paths.trial(study.study_id, number),
      label: `Trial ${number}`,
      hint: studyTitle(study.study_name),
    }));
}

function pageTargets(
  current: StudySummary | undefined,
  studies: readonly StudySummary[],
): JumpTarget[] {
  const home = { to: paths.home(), label: "All studies", hint: "Page" };
  const compare = { to: paths.compare(), label: "Compare studies", hint: "Page" };
  const canCompare = studies.length > 1;
  if (!current) return [home, ...(canCompare ? [compare] : [])];
  const hint = studyTitle(current.study_name);
  const others = {
    to: paths.compare([current.study_id]),
    label: "Compare with other studies",
    hint,
  };
  return [
    { to: paths.study(current.study_id), label: "Overview", hint },
    { to: paths.analysis(current.study_id), label: "Analysis", hint },
    { to: paths.trials(current.study_id), label: "Trials", hint },
    ...(canCompare ? [others] : []),
    home,
  ];
}

function studyTarget(study: StudySummary): JumpTarget {
  return {
    to: paths.study(study.study_id),
    label: studyTitle(study.study_name),
    hint: study.source_label,
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
