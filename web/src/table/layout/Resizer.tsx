import { styled } from "@mui/material/styles";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { Column } from "../columns";
import { LEAST_WIDTH, MOST_WIDTH } from "./layout";
import { naturalWidth } from "./naturalWidth";
import type { Columns } from "./useColumnLayout";

const Handle = styled("span")({
  position: "absolute",
  top: 0,
  right: 0,
  bottom: 0,
  width: 9,
  cursor: "col-resize",
  touchAction: "none",
  "&::after": {
    content: '""',
    position: "absolute",
    inset: "10px 0 10px auto",
    width: 1,
    background: "var(--mui-palette-divider)",
  },
  "&:hover::after, &:focus-visible::after": {
    inset: "0 0 0 auto",
    width: 3,
    background: "var(--mui-palette-primary-main)",
  },
  "&:focus-visible": { outline: "none" },
});

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -8, ArrowRight: 8 };

interface Props {
  readonly column: Column;
  readonly columns: Columns;
  readonly tabIndex: number;
}

/** The edge of a column: drawn, or moved by the arrow keys, it changes the width. */
export function Resizer({ column, columns, tabIndex }: Props): ReactNode {
  const { id, width } = column;
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = ({ clientX }: PointerEvent) =>
    grip.current ? grip.current.width + clientX - grip.current.x : width;
  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const end = (event: PointerEvent) => {
    if (grip.current && event.clientX !== grip.current.x) columns.resize(id, widthAt(event));
    grip.current = null;
  };
  const fitWidth = (handle: Element) => {
    const grid = handle.closest("[role=grid]");
    if (grid) columns.resize(id, naturalWidth(grid, id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) columns.resize(id, width + step);
    else if (event.key === "Enter") fitWidth(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Handle
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.label}`}
      aria-valuenow={width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      tabIndex={tabIndex}
      title="Draw to change the width, double click to fit"
      onPointerDown={start}
      onPointerMove={(event) => grip.current && columns.tryWidth(id, widthAt(event))}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={(event) => fitWidth(event.currentTarget)}
      onKeyDown={onKeyDown}
    />
  );
}
