import { useEffect, useState } from "react";
import { isNear, type RowRange } from "./blocks";

const REST = 80;

/**
 * The rows to ask for: those in sight, but while the scroll bar is dragged only once it
 * rests, or every place on its way would be asked for.
 */
export function useFetchedRange(sight: RowRange): RowRange {
  const [fetched, setFetched] = useState(sight);
  const near = isNear(fetched, sight);
  useEffect(() => {
    const timer = setTimeout(() => setFetched(sight), near ? 0 : REST);
    return () => clearTimeout(timer);
  }, [near, sight]);
  return near ? sight : fetched;
}
