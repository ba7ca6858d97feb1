import type { Form, FormField, Json, StateName, TrialDetail } from "../api/types";
import type { Write } from "../api/write";
import { exactJson } from "../format/json";
import { parseNumber, sentNumber } from "./numbers";

/** What stands in each field: the place of a choice, or a text; empty if it is not answered. */
export type Drafts = readonly string[];

type Asked = Pick<TrialDetail, "trial_id" | "user_attrs">;

const OPEN: Readonly<Record<Form["output_type"], readonly StateName[]>> = {
  objective: ["Running"],
  user_attr: ["Running", "Waiting"],
};

/** The states in which a trial can be judged. */
export function openStates({ output_type }: Form): readonly StateName[] {
  return OPEN[output_type];
}

/** Whether people answer this question; else a program does, or nobody. */
export function isAsked({ output_type }: Form, field: FormField): boolean {
  if (field.type === "user_attr") return false;
  return output_type === "objective" ? field.place !== null : field.user_attr !== null;
}

/** Whether it may be left open. A trial must have all of its values, whatever the form says. */
export function isOptional({ output_type }: Form, { optional }: FormField): boolean {
  return optional && output_type === "user_attr";
}

/** What stands in the fields at first: what was said before. */
export function firstDrafts({ output_type, fields }: Form, { user_attrs }: Asked): Drafts {
  return fields.map((field) =>
    output_type === "user_attr" ? draftOf(field, user_attrs[field.user_attr ?? ""]) : "",
  );
}

function draftOf({ type, choices }: FormField, answer: Json | undefined): string {
  if (answer === undefined || answer === null) return "";
  if (type !== "choice") return exactJson(answer);
  const place = choices.findIndex(({ value }) => value === answer);
  return place < 0 ? "" : String(place);
}

/** What a program answers in the place of a person, null if that is no number yet. */
export function programAnswer(
  { user_attr }: FormField,
  { user_attrs }: Asked,
): number | string | null {
  const answer = user_attrs[user_attr ?? ""];
  const number = typeof answer === "string" ? parseNumber(answer) : answer;
  return typeof number === "number" ? sentNumber(number) : null;
}

/**
 * Why the form cannot be sent whatever people answer, null if it can.
 *
 * @param labels the names of the objectives
 */
export function obstacle(form: Form, trial: Asked, labels: readonly string[]): string | null {
  if (form.output_type !== "objective") return null;
  const unasked = labels.filter((_, index) => form.fields.every(({ place }) => place !== index));
  if (unasked.length > 0) {
    return `The form has no question for ${unasked.join(", ")}, so it cannot complete a trial.`;
  }
  const missing = form.fields
    .filter((field) => field.type === "user_attr" && field.place !== null)
    .filter((field) => programAnswer(field, trial) === null)
    .map(({ user_attr }) => `“${user_attr}”`);
  if (missing.length === 0) return null;
  const what = missing.length === 1 ? "user attribute" : "user attributes";
  return `The program has yet to set the ${what} ${missing.join(", ")} to a number.`;
}

/** The request that sends answers in which nothing is wrong. */
export function writeOf(form: Form, drafts: Drafts, trial: Asked): Write {
  const path = `/api/trials/${trial.trial_id}`;
  if (form.output_type === "user_attr") {
    const user_attrs = userAttrs(form, drafts, trial);
    return { method: "POST", path: `${path}/user-attrs`, body: { user_attrs } };
  }
  const values: Json[] = [];
  form.fields.forEach((field, index) => {
    if (field.place !== null)
      values[field.place] = objectiveValue(field, drafts[index] ?? "", trial);
  });
  return { method: "POST", path: `${path}/tell`, body: { state: "Complete", values } };
}

/** The answers by the names of the user attributes; what was said before can be taken back. */
export function userAttrs(form: Form, drafts: Drafts, { user_attrs }: Asked): Record<string, Json> {
  const answers = form.fields.flatMap((field, index): [string, Json][] => {
    const { user_attr } = field;
    const draft = drafts[index] ?? "";
    if (user_attr === null || !isAsked(form, field)) return [];
    return draft.trim() || user_attr in user_attrs ? [[user_attr, answerOf(field, draft)]] : [];
  });
  return Object.fromEntries(answers);
}

function objectiveValue(field: FormField, draft: string, trial: Asked): Json {
  if (field.type === "user_attr") return programAnswer(field, trial);
  if (field.type !== "text") return answerOf(field, draft);
  const number = parseNumber(draft);
  return number === null ? null : sentNumber(number);
}

function answerOf({ type, choices }: FormField, draft: string): Json {
  if (type === "choice") return choices[Number(draft)]?.value ?? null;
  return type === "slider" ? parseNumber(draft) : draft;
}
