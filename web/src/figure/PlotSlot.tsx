import { styled } from "@mui/material/styles";
import { type ReactNode, useLayoutEffect, useRef } from "react";

const Slot = styled("div")({
  width: "100%",
  height: "100%",
  // Plotly has them black, ranges pink, and no option for it.
  "& .parcoords .axis .domain, & .parcoords .axis line": {
    stroke: "var(--mui-palette-text-secondary)",
  },
  "& .parcoords .axis-brush .highlight": { stroke: "var(--mui-palette-primary-main)" },
  "& .over-point .draglayer .drag, & .over-point .gl-canvas": { cursor: "pointer" },
});

interface Props {
  readonly node: HTMLElement;
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  /** In pixels. */
  readonly minWidth: number;
}

/** The place in the page where a drawing stands now. */
export function PlotSlot({ node, label, minWidth }: Props): ReactNode {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    slot.current?.append(node);
  }, [node]);
  return <Slot ref={slot} role="img" aria-label={label} style={{ minWidth }} />;
}
