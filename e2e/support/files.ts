import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const FIXTURES = `${ROOT}tests/fixtures/`;

/** The path of a file of tests/fixtures. */
export function fixture(name: string): string {
  return FIXTURES + name;
}

export type State = "COMPLETE" | "PRUNED" | "FAIL" | "RUNNING" | "WAITING";

/** A number as the expectations write it: JSON knows neither infinity nor NaN. */
export type ExpectedNumber = number | { readonly $float: "inf" | "-inf" | "nan" };

export function numberOf(written: ExpectedNumber): number {
  if (typeof written === "number") return written;
  return Number(written.$float.replace("inf", "Infinity"));
}

export interface ExpectedTrial {
  readonly number: number;
  readonly state: State;
  readonly values: readonly ExpectedNumber[] | null;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface ExpectedStudy {
  readonly study_id: number;
  readonly n_trials: number;
  readonly states: Partial<Record<State, number>>;
  readonly trials: readonly ExpectedTrial[];
  readonly best: { readonly value: ExpectedNumber } | null;
}

/** What Optuna itself says of a file of `sqlite/`, `upgraded/` or `journal/`, by study name. */
export function expectedStudies(name: string): Map<string, ExpectedStudy> {
  const text = readFileSync(fixture(`${name}.expected.json`), "utf8");
  const { studies } = JSON.parse(text) as { studies: Record<string, ExpectedStudy> };
  return new Map(Object.entries(studies));
}

/** A generated study file, kept in the user's cache between runs. */
export function generatedFile(trials: number): string {
  const code =
    "import sys; from bench.generate import Recipe, study_file;" +
    "print(study_file(Recipe(int(sys.argv[1]))))";
  const python = `${ROOT}.venv/bin/python`;
  return execFileSync(python, ["-c", code, String(trials)], { cwd: ROOT, encoding: "utf8" }).trim();
}
