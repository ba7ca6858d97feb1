/** So many trials can be read side by side. */
export const MOST_COMPARED = 12;

export interface ComparedNumbers {
  readonly shown: readonly number[];
  /** How many more the address names. */
  readonly others: number;
}

/** The trials that an address names, `3,14,15`; what is no number is passed over. */
export function readNumbers(text: string | null): ComparedNumbers {
  const parts = (text ?? "").split(",").filter((part) => /^\d{1,15}$/.test(part));
  const numbers = [...new Set(parts.map(Number))];
  return {
    shown: numbers.slice(0, MOST_COMPARED),
    others: Math.max(0, numbers.length - MOST_COMPARED),
  };
}

/** Exchanges a number with its neighbour at the left or the right. */
export function swapped(numbers: readonly number[], number: number, step: 1 | -1): number[] {
  const from = numbers.indexOf(number);
  const to = from + step;
  const neighbour = numbers[to];
  return neighbour === undefined ? [...numbers] : numbers.with(from, neighbour).with(to, number);
}
