import type { Distribution, Json, ParamSummary } from "../api/types";
import { parseNumber, sentNumber } from "../form/numbers";

/** A parameter of a trial to come, with the latest range that it had. */
export interface EnqueueField {
  readonly name: string;
  readonly distribution: Distribution;
}

/** What is filled in, by the name of the parameter: a number, or the place of a choice. */
export type EnqueueDrafts = Readonly<Record<string, string>>;

/** What is filled in for a parameter, whose name may be that of a property of every object. */
export const draftOf = (drafts: EnqueueDrafts, name: string): string =>
  Object.hasOwn(drafts, name) ? (drafts[name] ?? "") : "";

export function enqueueFields(params: readonly ParamSummary[]): EnqueueField[] {
  return params.flatMap(({ name, distributions }) => {
    const distribution = distributions.at(-1);
    return distribution ? [{ name, distribution }] : [];
  });
}

/** The value that a draft stands for: undefined if it is empty, null if it is no number. */
export function enqueuedValue({ distribution }: EnqueueField, draft = ""): Json | undefined {
  const text = draft.trim();
  if (text === "") return undefined;
  if (distribution.type === "CategoricalDistribution") return distribution.choices[Number(text)];
  const number = parseNumber(text);
  return number === null ? null : sentNumber(number);
}

/** Whether there is something in a field that is no number; its range is the server's to check. */
export function isNoNumber(field: EnqueueField, draft = ""): boolean {
  const isChoice = field.distribution.type === "CategoricalDistribution";
  return !isChoice && enqueuedValue(field, draft) === null;
}

/** The parameters that the trial is to have; the others are left to the sampler. */
export function enqueuedParams(
  fields: readonly EnqueueField[],
  drafts: EnqueueDrafts,
): Record<string, Json> {
  const values = fields.map((field) => [
    field.name,
    enqueuedValue(field, draftOf(drafts, field.name)),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
