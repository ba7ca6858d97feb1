import { useCallback, useEffect, useRef } from "react";
import { useNavigationType } from "react-router";

/**
 * Tells an effect whether the page is where it was left already, as on the way back it is. It
 * stays the same, so that what changes the address on the page, a zoom for one, is no arrival.
 */
export function useCameBack(): () => boolean {
  const navigation = useNavigationType();
  const latest = useRef(navigation);
  useEffect(() => {
    latest.current = navigation;
  });
  return useCallback(() => latest.current === "POP" && window.scrollY > 0, []);
}
