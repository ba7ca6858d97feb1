import type { FormField } from "../../api/types";
import type { Formats } from "../../format/useFormats";

/** What can be answered. */
export function answerText(field: FormField, { formatJson, formatValue }: Formats): string {
  const { choices, high, low, step, type } = field;
  const texts = choices.map(({ label, value }) => `${label} (${formatJson(value)})`);
  switch (type) {
    case "choice":
      return `One of: ${texts.join(", ")}`;
    case "slider": {
      const range = `A number from ${formatValue(low)} to ${formatValue(high)}`;
      const steps = step === null ? "" : ` in steps of ${formatValue(step)}`;
      return `${range}${steps}${texts.length > 0 ? `: ${texts.join(", ")}` : ""}`;
    }
    case "text": {
      // Optuna takes no trial without all of its values.
      if (field.objective !== null) return "A number";
      return field.optional ? "A text, or nothing" : "A text";
    }
    case "user_attr":
      return `Not asked: the program gives it as user attribute “${field.user_attr ?? ""}”`;
  }
}

/** What becomes of the answer. */
export function destinationText({ objective, user_attr }: FormField): string {
  if (objective !== null) return `Becomes the value of ${objective}`;
  return user_attr === null ? "Kept nowhere" : `Kept as user attribute “${user_attr}”`;
}
