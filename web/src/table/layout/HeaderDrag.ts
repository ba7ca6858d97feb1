import { COLUMN_ATTRIBUTE, FROZEN_ATTRIBUTE } from "./attributes";
import { type Drop, dropAt, type Span } from "./drop";

/** A press becomes a drag after so many pixels; until then it may be a click. */
const SLACK = 6;
/** So near to an edge the table scrolls on, by so much with every picture. */
const EDGE = 40;
const SPEED = 12;

export interface HeaderDragOptions {
  /** The header cells stand in this row. */
  readonly row: Element;
  readonly scroller: Element;
  /** Where the pointer was pressed. */
  readonly x: number;
  /** Whether the dragged column may stand beside this one. */
  readonly mayPass: (column: string) => boolean;
  readonly onMove: (drop: Drop | null) => void;
  /** Null if nothing is to be moved. */
  readonly onEnd: (drop: Drop | null) => void;
}

/** Follows the pointer from a press on a header until it is released. */
export class HeaderDrag {
  private x: number;
  private drop: Drop | null = null;
  private frame = 0;
  private readonly listening = new AbortController();

  constructor(private readonly options: HeaderDragOptions) {
    this.x = options.x;
    const { signal } = this.listening;
    window.addEventListener("pointermove", ({ clientX }) => this.move(clientX), { signal });
    window.addEventListener("pointerup", () => this.end(this.drop), { signal });
    window.addEventListener("pointercancel", () => this.end(null), { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && this.end(null), { signal });
  }

  /** Lets go of the pointer, without moving anything. */
  stop(): void {
    this.listening.abort();
    cancelAnimationFrame(this.frame);
  }

  private get isDrag(): boolean {
    return this.frame !== 0;
  }

  private move(x: number): void {
    if (!this.isDrag && Math.abs(x - this.options.x) < SLACK) return;
    this.x = x;
    if (!this.isDrag) this.look();
  }

  private end(drop: Drop | null): void {
    this.stop();
    if (this.isDrag) swallowClick();
    this.options.onEnd(drop);
  }

  /** Once for every picture, because the table may scroll under a pointer at rest. */
  private look(): void {
    const { row, scroller, mayPass, onMove } = this.options;
    scroller.scrollLeft += this.scrollStep();
    const spans = spansOf(row).filter(({ id }) => mayPass(id));
    this.drop = dropAt(spans, this.x);
    onMove(this.drop);
    this.frame = requestAnimationFrame(() => this.look());
  }

  private scrollStep(): number {
    const { row, scroller } = this.options;
    const frozen = [...row.querySelectorAll(`[${FROZEN_ATTRIBUTE}]`)];
    const left = Math.max(...frozen.map((cell) => cell.getBoundingClientRect().right));
    if (this.x < left + EDGE) return -SPEED;
    return this.x > scroller.getBoundingClientRect().right - EDGE ? SPEED : 0;
  }
}

function spansOf(row: Element): Span[] {
  return [...row.querySelectorAll(`[${COLUMN_ATTRIBUTE}]`)].map((header) => {
    const { left, right } = header.getBoundingClientRect();
    return { id: header.getAttribute(COLUMN_ATTRIBUTE) ?? "", left, right };
  });
}

/** The release that ends a drag is no click on what it happens to end on. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
