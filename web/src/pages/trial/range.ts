import type { Distribution, Json } from "../../api/types";
import { toNumber } from "../../format/numbers";
import type { Formats } from "../../format/useFormats";

export interface RangeLook {
  /** Where the value lies between both ends, 0 to 1; null if it is not between them. */
  readonly share: number | null;
  readonly low: string;
  readonly high: string;
  /** How the range is divided: "log", "step 5", "log, step 2". */
  readonly scale: string;
}

type Numeric = Exclude<Distribution, { type: "CategoricalDistribution" }>;

/** A number's place in its range, as the sampler sees it: in logarithm if it does. */
export function rangeLook(value: Json, distribution: Numeric, { formatValue }: Formats): RangeLook {
  const [low, high] = [toNumber(distribution.low), toNumber(distribution.high)];
  const scale = distribution.log ? Math.log : (x: number) => x;
  return {
    share: typeof value === "number" ? shareOf(scale(value), scale(low), scale(high)) : null,
    low: formatValue(distribution.low),
    high: formatValue(distribution.high),
    scale: [distribution.log ? "log" : "", stepText(distribution, formatValue)]
      .filter(Boolean)
      .join(", "),
  };
}

function shareOf(value: number, low: number, high: number): number | null {
  // A range of one value has that value in its middle.
  if (low === high) return value === low ? 0.5 : null;
  const share = (value - low) / (high - low);
  // A float may miss the end of its range by a rounding.
  if (!(share > -1e-9 && share < 1 + 1e-9)) return null;
  return Math.min(Math.max(share, 0), 1);
}

function stepText({ type, step }: Numeric, formatValue: Formats["formatValue"]): string {
  const isPlain = step === null || (type === "IntDistribution" && step === 1);
  return isPlain ? "" : `step ${formatValue(step)}`;
}

/** Which of the choices the value is, -1 if none. JSON has one way to write each. */
export function choiceIndex(value: Json, choices: readonly Json[]): number {
  const text = JSON.stringify(value);
  return choices.findIndex((choice) => JSON.stringify(choice) === text);
}

/** The choices in words; those that would read alike, as the text "1" and the number, as JSON. */
export function choiceTexts(choices: readonly Json[], { formatJson }: Formats): string[] {
  const plain = choices.map((choice) => formatJson(choice));
  return plain.map((text, index) =>
    plain.filter((other) => other === text).length > 1 ? JSON.stringify(choices[index]) : text,
  );
}
