import { type RefObject, useEffect } from "react";

const FOCUSABLE =
  "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";

/**
 * Takes the focus back to what opened a dialog. Where that is gone, or goes a moment later, as what
 * was deleted does, the focus goes to what stands in its place; on another page, to the content.
 */
export function useFocusBack(isOpen: boolean, opener: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = opener.current;
    if (!isOpen || !element) return;
    const place = placeOf(element);
    // When the dialog, too, has done with the focus.
    return () => void setTimeout(() => takeBack(element, place));
  }, [isOpen, opener]);
}

/** Where something stands within what is around it. */
interface Spot {
  readonly parent: Element;
  readonly index: number;
}

/** From the inside out, as far as a page goes. */
function placeOf(element: Element): readonly Spot[] {
  const spots: Spot[] = [];
  for (let inner = element; ; ) {
    const parent = inner.parentElement;
    if (!parent || isFrame(parent)) return spots;
    spots.push({ parent, index: [...parent.children].indexOf(inner) });
    inner = parent;
  }
}

function isFrame(element: Element): boolean {
  return element.id === "main" || element === document.body;
}

function takeBack(opener: HTMLElement, place: readonly Spot[]): void {
  if (isLost()) opener.focus();
  if (isLost()) focusNear(place);
  if (document.activeElement !== opener) return;
  // What was changed is asked for again, which takes away what cannot be done any more.
  const observer = new MutationObserver(() => {
    if (document.activeElement === opener) return;
    observer.disconnect();
    // Who clicked beside everything has left it: then nothing is to scroll back.
    if (isLost() && !opener.isConnected) focusNear(place);
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Focuses what comes next in a place, or else what is before. */
function focusNear(place: readonly Spot[]): void {
  for (const { parent, index } of place) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const near = [...children.slice(index), ...children.slice(0, index).reverse()];
    if (near.some(focusWithin)) return;
  }
  document.getElementById("main")?.focus({ preventScroll: true });
}

function focusWithin(element: Element): boolean {
  const inside = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  if (element instanceof HTMLElement && element.matches(FOCUSABLE)) inside.unshift(element);
  // What is not to be seen does not take it.
  return inside.some((one) => {
    one.focus();
    return document.activeElement === one;
  });
}
