import { useCallback, useEffect, useState } from "react";
import type { TrialRow } from "../api/types";
import type { LongScroll } from "./LongScroll";
import { type Position, usePosition } from "./usePosition";
import type { TrialList } from "./useTrialBlocks";

interface Place {
  /** The row that the keys move from. */
  readonly row: number | null;
  /** The trial and the list of which this was found out. */
  readonly trial: number | null;
  readonly list: string;
}

export interface ActiveRow {
  readonly active: number | null;
  /** Moves to a row by a key: its trial is selected as soon as it is known. */
  readonly moveTo: (row: number) => void;
  /** Moves to the row of a known trial. */
  readonly settle: (row: number, trial: number) => void;
  /** What became of the search for the selected trial, if it is searched for. */
  readonly position: Position;
}

interface Options {
  readonly studyId: number;
  readonly list: TrialList;
  readonly selected: number | null;
  /** Undefined while it is on its way. */
  readonly row: (index: number) => TrialRow | undefined;
  readonly long: LongScroll;
  readonly onSelect: (number: number) => void;
}

/** Keeps the row that the keys move from in step with the selected trial. */
export function useActiveRow(options: Options): ActiveRow {
  const { studyId, list, row, long, onSelect } = options;
  const listKey = JSON.stringify(list);
  const [selected, echo] = useEcho(options.selected);
  const [place, setPlace] = useState<Place>({ row: null, trial: null, list: listKey });
  const [reaching, setReaching] = useState(false);
  const isElsewhere =
    selected !== null && !reaching && (place.trial !== selected || place.list !== listKey);
  const position = usePosition(studyId, list, isElsewhere ? selected : null);
  const found = isElsewhere ? position.row : undefined;

  useEffect(() => {
    if (typeof found !== "number") return;
    // Who sorts or filters wants to see the top of the list, not this trial again.
    if (place.trial !== selected) long.show(found);
    setPlace({ row: found, trial: selected, list: listKey });
  }, [found, selected, place.trial, listKey, long]);

  const reached = reaching && place.row !== null ? row(place.row)?.number : undefined;
  useEffect(() => {
    if (reached === undefined) return;
    setReaching(false);
    setPlace((before) => ({ ...before, trial: reached, list: listKey }));
    if (selected === null || selected === reached) return;
    echo(reached);
    onSelect(reached);
  }, [reached, selected, listKey, echo, onSelect]);

  return {
    active: place.row,
    position,
    moveTo: (target) => {
      setPlace({ ...place, row: target });
      setReaching(true);
      long.show(target);
    },
    settle: (target, trial) => {
      setReaching(false);
      setPlace({ row: target, trial, list: listKey });
    },
  };
}

/**
 * The selected trial, ahead of the address that keeps it: keys come faster than the address
 * changes, and its changes on the way are no one else's selection.
 */
function useEcho(selected: number | null): [number | null, (trial: number) => void] {
  const [awaited, setAwaited] = useState<readonly (number | null)[]>([]);
  const last = awaited.at(-1);
  const isOver = awaited.length > 0 && (selected === last || !awaited.includes(selected));
  useEffect(() => {
    if (isOver) setAwaited([]);
  }, [isOver]);
  const echo = useCallback(
    (trial: number) => setAwaited((before) => [...(before.length ? before : [selected]), trial]),
    [selected],
  );
  return [last === undefined || isOver ? selected : last, echo];
}
