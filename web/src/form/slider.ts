import type { FormField } from "../api/types";

export interface Range {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Whether the program asks for this step; what is typed may else be any number between. */
  readonly isStepGiven: boolean;
}

export interface Mark {
  readonly value: number;
  readonly label: string;
}

const USUAL_STEP = 0.01;
/** A range that is no hundred times as long as that is divided as finely. */
const FEWEST_STEPS = 100;

/** Where a slider can be moved, null if the form does not say that well enough. */
export function rangeOf({ low, high, step }: FormField): Range | null {
  if (typeof low !== "number" || typeof high !== "number" || low >= high) return null;
  if (typeof step === "number" && step > 0) return { low, high, step, isStepGiven: true };
  const usual = Math.min(USUAL_STEP, (high - low) / FEWEST_STEPS);
  return { low, high, step: usual, isStepGiven: false };
}

/** Whether a number in the range can be reached by its steps; the end always can. */
export function isOnStep(number: number, { low, high, step, isStepGiven }: Range): boolean {
  const steps = (number - low) / step;
  return !isStepGiven || number === high || Math.abs(steps - Math.round(steps)) < 1e-6;
}

/** About the middle: where an unanswered slider leans neither way. */
export function middleOf({ low, high, step }: Range): number {
  return low + Math.round((high - low) / 2 / step) * step;
}

/** What stands beside some values, from low to high. */
export function marksOf({ choices }: FormField, { low, high }: Range): Mark[] {
  return choices
    .flatMap(({ label, value }) => (typeof value === "number" ? [{ label, value }] : []))
    .filter(({ value }) => low <= value && value <= high)
    .sort((a, b) => a.value - b.value);
}

/** Pixels of the narrowest slider, and of a letter. */
const WIDTH = 220;
const LETTER = 7;
const GAP = 8;

/** Whether the labels have room below the slider, side by side; those of its ends lie inside. */
export function labelsFit(marks: readonly Mark[], { low, high }: Range): boolean {
  let end = -GAP;
  for (const { value, label } of marks) {
    const width = label.length * LETTER;
    const at = ((value - low) / (high - low)) * WIDTH;
    const start = value === low ? 0 : value === high ? WIDTH - width : at - width / 2;
    if (start < end + GAP || start + width > WIDTH) return false;
    end = start + width;
  }
  return true;
}
