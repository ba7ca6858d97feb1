import type { QueryParams } from "../api/client";
import type { Form } from "../api/types";
import { isAsked, isOptional, openStates } from "./answers";

/**
 * Which trials wait to be judged, in the parameters of the API: those that are not finished and,
 * where answers are kept beside the trial, lack one.
 *
 * @param known the user attributes that any trial of the study has
 */
export function waitingTrials(form: Form, known: readonly string[]): QueryParams {
  const state = openStates(form).join(",");
  if (form.output_type === "objective") return { state };
  const asked = form.fields.filter((field) => isAsked(form, field));
  const needed = asked.filter((field) => !isOptional(form, field));
  // Where nothing must be said, a trial is judged once anything is.
  const [fields, word] = needed.length > 0 ? [needed, " or "] : [asked, " and "];
  const keys = fields.map(({ user_attr }) => user_attr ?? "");
  const isNew = (key: string) => !known.includes(key);
  if (needed.length > 0 ? keys.some(isNew) : keys.every(isNew)) return { state };
  const missing = keys.filter((key) => !isNew(key)).map(isMissing);
  return { state, filter: missing.join(word) };
}

/** The next trial to judge after this one, from the first on where it was the last. */
export function nextOf(numbers: readonly number[], number: number): number | undefined {
  const others = numbers.filter((other) => other !== number);
  return others.find((other) => other > number) ?? others[0];
}

function isMissing(key: string): string {
  return `user_attrs[${JSON.stringify(key)}] == none`;
}
