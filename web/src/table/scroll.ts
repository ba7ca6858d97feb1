/**
 * Scrolling a list that is longer than an element can be.
 *
 * Browsers cap the height of an element (Firefox near 17.8 million pixels, Chromium and
 * Safari near 33.5 million). A longer list gets an element of `MAX_HEIGHT` and a shift:
 * what is seen at `top` of the element is what stands at `top + shift` of the list. Small
 * steps move the list pixel by pixel; a jump of the scroll bar moves it in proportion,
 * except near both ends, where list and element match.
 */
export const MAX_HEIGHT = 8_000_000;
const END_ZONE = 1_000_000;

export interface ListSize {
  /** Of the whole list, in pixels. */
  readonly length: number;
  /** Of the part in sight. */
  readonly view: number;
}

export interface Scroll {
  /** Where the element is scrolled to. */
  readonly top: number;
  readonly shift: number;
}

export function elementHeight(length: number): number {
  return Math.min(length, MAX_HEIGHT);
}

/** The scroll after the element moved to `top`; another `top` in it must be written back. */
export function follow(before: Scroll, top: number, size: ListSize): Scroll {
  const excess = size.length - elementHeight(size.length);
  if (excess === 0) return { top, shift: 0 };
  if (Math.abs(top - before.top) > size.view) return { top, shift: shiftAt(top, size) };
  const atStart = top < size.view && before.shift > 0;
  const atEnd = top > MAX_HEIGHT - 2 * size.view && before.shift < excess;
  // The element is at its end and the list is not: give it room to scroll on.
  if (atStart || atEnd) return scrollTo(top + before.shift, size);
  return { top, shift: before.shift };
}

/** The scroll that brings this place of the list to the upper edge. */
export function scrollTo(place: number, size: ListSize): Scroll {
  const within = Math.min(Math.max(place, 0), Math.max(0, size.length - size.view));
  const excess = size.length - elementHeight(size.length);
  const share = (within - END_ZONE) / (size.length - size.view - 2 * END_ZONE);
  const shift = excess === 0 ? 0 : excess * Math.min(Math.max(share, 0), 1);
  return { top: Math.round(within - shift), shift: within - Math.round(within - shift) };
}

/** The place that shows the row at `start`, moving as little as possible. */
export function placeToShow(start: number, rowHeight: number, place: number, view: number): number {
  if (start < place) return start;
  if (start + rowHeight > place + view) return start + rowHeight - view;
  return place;
}

function shiftAt(top: number, { length, view }: ListSize): number {
  const share = (top - END_ZONE) / (MAX_HEIGHT - view - 2 * END_ZONE);
  return Math.round((length - MAX_HEIGHT) * Math.min(Math.max(share, 0), 1));
}
