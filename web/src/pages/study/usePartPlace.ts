import { type RefObject, useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useCameBack } from "./useCameBack";

/** Where the address says which part of the page to show. */
const PART_KEY = "part";

/** Scrolls to a part of a page when it is there, if the address names it: `?part=note`. */
export function usePartPlace(name: string | undefined): RefObject<HTMLElement | null> {
  const [search] = useSearchParams();
  const cameBack = useCameBack();
  const part = useRef<HTMLElement>(null);
  const isNamed = name !== undefined && search.get(PART_KEY) === name;
  useEffect(() => {
    if (isNamed && !cameBack() && part.current) show(part.current);
  }, [isNamed, cameBack]);
  return part;
}

function show(part: HTMLElement): void {
  part.scrollIntoView();
  // Who reads by ear, or goes on by Tab, is there, too; unless they are elsewhere already.
  if (document.activeElement !== document.body) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
