import type { DirectionName, StateName } from "../api/types";
import type { StateColor } from "../theme/colors";

interface StateText {
  readonly label: string;
  readonly color: StateColor;
}

/** Order: what a study has achieved, then what is under way, then what went wrong. */
export const STATES: Readonly<Record<StateName, StateText>> = {
  Complete: { label: "Complete", color: "complete" },
  Pruned: { label: "Pruned", color: "pruned" },
  Running: { label: "Running", color: "running" },
  Waiting: { label: "Waiting", color: "waiting" },
  Fail: { label: "Failed", color: "failed" },
  Unknown: { label: "Unknown", color: "unknown" },
};

export const STATE_NAMES = Object.keys(STATES) as StateName[];

export function directionArrow(direction: DirectionName): string {
  return { minimize: "↓", maximize: "↑", not_set: "·" }[direction];
}

export function directionText(direction: DirectionName): string {
  return { minimize: "minimize", maximize: "maximize", not_set: "no direction set" }[direction];
}

/** A study's name for reading; Optuna allows the empty one. */
export function studyTitle(name: string): string {
  return name.trim() === "" ? "(no name)" : name;
}
