/** Where Unicode has the letters A and a and the digit 0 of a kind, and those it had before. */
interface Alphabet {
  readonly upper: number;
  readonly lower: number;
  readonly digit?: number;
  /** Alpha as capital and as small letter. */
  readonly greek?: readonly [number, number];
  readonly others?: Readonly<Record<string, string>>;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: [0x1d6a8, 0x1d6c2] },
  italic: { upper: 0x1d434, lower: 0x1d44e, greek: [0x1d6e2, 0x1d6fc], others: { h: "ℎ" } },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482, greek: [0x1d71c, 0x1d736] },
  script: { upper: 0x1d49c, lower: 0x1d4b6, others: pairs("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ") },
  "bold-script": { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, others: pairs("CℭHℌIℑRℜZℨ") },
  "bold-fraktur": { upper: 0x1d56c, lower: 0x1d586 },
  "double-struck": {
    upper: 0x1d538,
    lower: 0x1d552,
    digit: 0x1d7d8,
    others: pairs("CℂHℍNℕPℙQℚRℝZℤ"),
  },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  "bold-sans-serif": { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
  "sans-serif-italic": { upper: 0x1d608, lower: 0x1d622 },
  "sans-serif-bold-italic": { upper: 0x1d63c, lower: 0x1d656 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** The same letters in another kind ("double-struck"), as far as Unicode has them. */
export function inVariant(text: string, variant: string | null): string {
  const alphabet = ALPHABETS[variant ?? ""];
  return alphabet ? Array.from(text, (letter) => letterOf(letter, alphabet)).join("") : text;
}

function letterOf(letter: string, { upper, lower, digit, greek, others }: Alphabet): string {
  const other = others?.[letter];
  if (other) return other;
  const ranges = [
    ["A", "Z", upper],
    ["a", "z", lower],
    ["0", "9", digit],
    ["Α", "Ω", greek?.[0]],
    ["α", "ω", greek?.[1]],
  ] as const;
  for (const [first, last, start] of ranges) {
    if (start === undefined || letter < first || letter > last) continue;
    return String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
  }
  return letter;
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries((text.match(/../gu) ?? []).map((pair) => [...pair]));
}
