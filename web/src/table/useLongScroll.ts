import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { LongScroll, type Sight } from "./LongScroll";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./tableStyles";

/** The rows in sight of this list, and what moves it. */
export function useLongScroll(
  scroller: RefObject<HTMLElement | null>,
  list: string,
  count: number,
): [Sight, LongScroll] {
  const [long] = useState(() => new LongScroll(ROW_HEIGHT, HEAD_HEIGHT));
  const sight = useSyncExternalStore(long.subscribe, long.sight);
  useLayoutEffect(() => {
    const element = scroller.current;
    return element ? long.attach(element) : undefined;
  }, [long, scroller]);
  useLayoutEffect(() => long.setCount(count), [long, count]);
  useLayoutEffect(() => long.setList(list), [long, list]);
  return [sight, long];
}
