import { type PointerEvent, useEffect, useRef, useState } from "react";
import { type Drop, followerOf } from "./drop";
import { HeaderDrag } from "./HeaderDrag";
import { mayPass, ROW_NAME } from "./layout";
import type { Columns } from "./useColumnLayout";

export interface ColumnDrag {
  readonly id: string;
  readonly drop: Drop | null;
}

type StartDrag = (press: PointerEvent<HTMLElement>, id: string) => void;

/** Moves columns by their headers, with a mouse or a pen; a finger scrolls. */
export function useColumnDrag(columns: Columns): [ColumnDrag | null, StartDrag] {
  const [drag, setDrag] = useState<ColumnDrag | null>(null);
  const current = useRef<HeaderDrag | null>(null);
  useEffect(() => () => current.current?.stop(), []);

  const start: StartDrag = (press, id) => {
    if (press.button !== 0 || press.pointerType === "touch" || id === ROW_NAME) return;
    const row = press.currentTarget.closest("[role=row]");
    const scroller = press.currentTarget.closest("[role=grid]");
    if (!row || !scroller) return;
    current.current?.stop();
    current.current = new HeaderDrag({
      row,
      scroller,
      x: press.clientX,
      mayPass: (other) => other !== id && mayPass(columns.layout, id, other),
      onMove: (drop) => setDrag((before) => (isSame(before, drop) ? before : { id, drop })),
      onEnd: (drop) => {
        setDrag(null);
        const others = columns.columns.map((column) => column.id).filter((other) => other !== id);
        if (drop) columns.move(id, followerOf(others, drop));
      },
    });
  };
  return [drag, start];
}

function isSame(drag: ColumnDrag | null, drop: Drop | null): boolean {
  return drag !== null && drag.drop?.id === drop?.id && drag.drop?.side === drop?.side;
}
