import type { RowRange } from "./blocks";
import { elementHeight, follow, type ListSize, placeToShow, type Scroll, scrollTo } from "./scroll";

/** The rows to draw, and what to take off their place in the list for that in the element. */
export interface Sight extends RowRange {
  readonly shift: number;
}

/** Rows drawn beyond the edges, so that scrolling does not show them being made. */
const OVERSCAN = 8;
/** The range moves by so many rows at once, so that not every pixel draws anew. */
const STRIDE = 4;

/** The rows in sight of an element that scrolls a list of rows of equal height. */
export class LongScroll {
  private element: HTMLElement | null = null;
  private scroll: Scroll = { top: 0, shift: 0 };
  private view = 0;
  private count = 0;
  private list: string | null = null;
  private current: Sight = { first: 0, end: 0, shift: 0 };
  private readonly listeners = new Set<() => void>();

  /** `headHeight` is that of the header, which stays above the rows. */
  constructor(
    private readonly rowHeight: number,
    private readonly headHeight: number,
  ) {}

  readonly sight = (): Sight => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get height(): number {
    return elementHeight(this.size.length);
  }

  setCount(count: number): void {
    if (count === this.count) return;
    this.count = count;
    this.place(this.scroll.top + this.scroll.shift);
  }

  /** Another list, or the same in another order, is seen from its start. */
  setList(list: string): void {
    if (this.list !== null && this.list !== list) this.place(0);
    this.list = list;
  }

  /** Follows the element until the returned function is called. */
  attach(element: HTMLElement): () => void {
    const onScroll = () => this.move(follow(this.scroll, element.scrollTop, this.size));
    const onResize = () => {
      this.view = Math.max(0, element.clientHeight - this.headHeight);
      this.move(this.scroll);
    };
    this.element = element;
    element.addEventListener("scroll", onScroll, { passive: true });
    const observer = new ResizeObserver(onResize);
    observer.observe(element);
    onResize();
    return () => {
      this.element = null;
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }

  /** Brings a row into sight, to the middle if it is not there already. */
  show(index: number): void {
    const start = index * this.rowHeight;
    const now = this.scroll.top + this.scroll.shift;
    const wanted = placeToShow(start, this.rowHeight, now, this.view);
    const isFar = Math.abs(wanted - now) > this.view;
    this.place(isFar ? start - (this.view - this.rowHeight) / 2 : wanted);
  }

  /** How many rows fit, for moving by a page. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.view / this.rowHeight) - 1);
  }

  private get size(): ListSize {
    return { length: this.count * this.rowHeight, view: this.view };
  }

  private place(place: number): void {
    this.move(scrollTo(place, this.size));
  }

  private move(next: Scroll): void {
    this.scroll = next;
    this.look();
    const { element } = this;
    if (element && Math.abs(element.scrollTop - next.top) >= 1) element.scrollTop = next.top;
  }

  private look(): void {
    const { top, shift } = this.scroll;
    const first = Math.floor((top + shift) / this.rowHeight) - OVERSCAN;
    const end = Math.ceil((top + shift + this.view) / this.rowHeight) + OVERSCAN;
    const next: Sight = {
      first: Math.max(0, Math.floor(first / STRIDE) * STRIDE),
      end: Math.min(this.count, Math.ceil(end / STRIDE) * STRIDE),
      shift,
    };
    const { first: f, end: e, shift: s } = this.current;
    if (next.first === f && next.end === e && next.shift === s) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
