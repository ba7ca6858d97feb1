import type { Constraint } from "../api/types";
import { toNumber } from "./numbers";

/** As Optuna has it: above 0. */
export function isViolated(value: Constraint["value"]): boolean {
  return toNumber(value) > 0;
}

/** Samplers before Optuna 5 only number them. */
export function constraintName(name: string): string {
  return /^\d+$/.test(name) ? `Constraint ${name}` : name;
}
