/** The trials that someone has ticked, to compare or to export them. */
export interface Ticks {
  /** In the order in which they were ticked. */
  readonly numbers: ReadonlySet<number>;
  /** The list whose trials these all are; null if they were ticked one by one. */
  readonly list: string | null;
}

export const NO_TICKS: Ticks = { numbers: new Set(), list: null };

export function toggle({ numbers }: Ticks, number: number): Ticks {
  const next = new Set(numbers);
  if (!next.delete(number)) next.add(number);
  return { numbers: next, list: null };
}

export function add({ numbers }: Ticks, more: readonly number[]): Ticks {
  return { numbers: new Set([...numbers, ...more]), list: null };
}

/** How much of a list is ticked, as far as is known of a list that is drawn only in part. */
export function share({ numbers, list }: Ticks, ofList: string): "none" | "some" | "all" {
  if (numbers.size === 0) return "none";
  return list === ofList ? "all" : "some";
}
