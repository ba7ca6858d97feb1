import { useRef } from "react";
import type { TrialRow } from "../../api/types";
import type { TrialList } from "../useTrialBlocks";
import { useTicks } from "./TicksProvider";
import { add, NO_TICKS, share, type Ticks, toggle } from "./ticks";
import { useNumbers } from "./useNumbers";

/** Ticking rows of the table, one by one, from one to another, or all. */
export interface Ticking {
  readonly ticks: Ticks;
  readonly share: "none" | "some" | "all";
  readonly toggleRow: (index: number) => void;
  /** Ticks from the row that was ticked last (or this `start`) to the given one. */
  readonly extendTo: (index: number, start: number | null) => void;
  readonly toggleAll: () => void;
}

interface Options {
  readonly studyId: number;
  readonly list: TrialList;
  /** Undefined while it is on its way. */
  readonly row: (index: number) => TrialRow | undefined;
  readonly onError: (error: unknown) => void;
}

/** Where a range begins, and what was ticked before it. */
interface Anchor {
  readonly index: number;
  readonly before: Ticks;
  readonly list: string;
}

export function useTicking({ studyId, list, row, onError }: Options): Ticking {
  const [ticks, edit] = useTicks();
  const ask = useNumbers(studyId, list);
  const anchor = useRef<Anchor | null>(null);
  const latest = useRef(0);
  const inOrder = JSON.stringify(list);
  const { sort: _, ...members } = list;
  const listKey = JSON.stringify(members);

  /** Applies the last of several wishes, in whatever order their numbers come. */
  const apply = async (
    numbers: Promise<readonly number[]> | readonly number[],
    use: (numbers: readonly number[]) => Ticks,
  ) => {
    latest.current += 1;
    const turn = latest.current;
    try {
      const found = numbers instanceof Promise ? await numbers : numbers;
      if (turn === latest.current) edit(() => use(found));
    } catch (error) {
      onError(error);
    }
  };

  const toggleRow = (index: number) => {
    const trial = row(index);
    if (!trial) return;
    latest.current += 1;
    const after = toggle(ticks, trial.number);
    anchor.current = { index, before: after, list: inOrder };
    edit(() => after);
  };

  const extendTo = (index: number, start: number | null) => {
    if (anchor.current?.list !== inOrder) {
      anchor.current = { index: start ?? index, before: ticks, list: inOrder };
    }
    const { before, index: from } = anchor.current;
    const range = { first: Math.min(from, index), end: Math.max(from, index) + 1 };
    const rows = Array.from({ length: range.end - range.first }, (_, place) =>
      row(range.first + place),
    );
    const numbers = rows.flatMap((trial) => trial?.number ?? []);
    void apply(numbers.length === rows.length ? numbers : ask(range), (found) =>
      add(before, found),
    );
  };

  const toggleAll = () => {
    anchor.current = null;
    if (share(ticks, listKey) === "all") return edit(() => NO_TICKS);
    void apply(ask(), (found) => ({ numbers: new Set(found), list: listKey }));
  };

  return { ticks, share: share(ticks, listKey), toggleRow, extendTo, toggleAll };
}
