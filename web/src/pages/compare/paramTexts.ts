import type { ComparedRange, Distribution, NumberRange } from "../../api/types";
import { plural } from "../../format/numbers";
import type { Formats } from "../../format/useFormats";
import { choiceTexts, rangeLook } from "../trial/range";

/** More ranges of one parameter are only counted. */
const MOST_RANGES = 3;
/** Digits of the ends of what was tried. */
const ROUGHLY = 4;
const NONE = "–";

/** What the parameter could be, one text for each of its distributions. */
export function rangeTexts({ distributions, range }: ComparedRange, formats: Formats): string[] {
  if (distributions.length <= MOST_RANGES) {
    return [...new Set(distributions.map((one) => distributionText(one, formats)))];
  }
  const whole = range ? `${spanText(range, formats)}, ` : "";
  return [`${whole}in ${distributions.length} forms`];
}

/** What trials had; of choices, how many. */
export function triedText({ searched, choices }: ComparedRange, formats: Formats): string {
  const tried = choices.filter(({ n_trials }) => n_trials > 0).length;
  const counted = choices.length > 0 ? `${tried} of ${plural(choices.length, "choice")}` : "";
  return [spanText(searched, formats, ROUGHLY), counted].filter(Boolean).join(", ") || NONE;
}

/** What the best trial has, or the trials on the front have. */
export function bestText({ best, choices }: ComparedRange, formats: Formats): string {
  const texts = choiceTexts(
    choices.map(({ choice }) => choice),
    formats,
  );
  const chosen = texts.filter((_, index) => (choices[index]?.n_best ?? 0) > 0);
  return [spanText(best, formats), ...chosen.map(orEmpty)].filter(Boolean).join(", ") || NONE;
}

export function orEmpty(text: string): string {
  return text || "(empty text)";
}

function distributionText(distribution: Distribution, formats: Formats): string {
  if (distribution.type === "CategoricalDistribution") {
    return plural(distribution.choices.length, "choice");
  }
  const { low, high, scale } = rangeLook(null, distribution, formats);
  return `${low} to ${high}${scale && `, ${scale}`}`;
}

function spanText(range: NumberRange | null, { formatValue }: Formats, digits?: number): string {
  if (!range) return "";
  const [low, high] = [formatValue(range.low, digits), formatValue(range.high, digits)];
  return low === high ? low : `${low} to ${high}`;
}
