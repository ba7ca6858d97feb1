import type { Form, FormField, TrialDetail } from "../api/types";
import { type Drafts, isAsked, isOptional, userAttrs } from "./answers";
import { parseNumber } from "./numbers";
import { isOnStep, type Range, rangeOf } from "./slider";

/** What is wrong with the answer to each question; null where nothing is. */
export function problemsOf(
  form: Form,
  drafts: Drafts,
  trial: Pick<TrialDetail, "trial_id" | "user_attrs">,
): readonly (string | null)[] {
  const problems = form.fields.map((field, index) => problemOf(form, field, drafts[index] ?? ""));
  const isEmpty =
    form.output_type === "user_attr" &&
    problems.every((problem) => problem === null) &&
    Object.keys(userAttrs(form, drafts, trial)).length === 0;
  if (!isEmpty) return problems;
  const first = form.fields.findIndex((field) => isAsked(form, field));
  return problems.map((_, index) => (index === first ? "Answer at least one question." : null));
}

function problemOf(form: Form, field: FormField, draft: string): string | null {
  if (!isAsked(form, field)) return null;
  const isEmpty = draft.trim() === "";
  if (isEmpty && isOptional(form, field)) return null;
  switch (field.type) {
    case "choice":
      return isEmpty ? "Choose one of these." : null;
    case "slider":
      return sliderProblem(rangeOf(field), draft);
    default:
      return form.output_type === "objective" ? numberProblem(draft) : textProblem(isEmpty);
  }
}

function sliderProblem(range: Range | null, draft: string): string | null {
  const number = parseNumber(draft);
  if (range === null) return numberProblem(draft);
  const { low, high, step } = range;
  if (number === null || number < low || number > high) return `A number from ${low} to ${high}.`;
  return isOnStep(number, range) ? null : `A number in steps of ${step}, from ${low} to ${high}.`;
}

function numberProblem(draft: string): string | null {
  return parseNumber(draft) === null ? "A number is needed, such as 0.5 or 1e-3." : null;
}

function textProblem(isEmpty: boolean): string | null {
  return isEmpty ? "An answer is needed." : null;
}
