import { styled } from "@mui/material/styles";
import { type ReactNode, useLayoutEffect, useRef } from "react";

const Slot = styled("div")({
  width: "100%",
  height: "100%",
  "& .over-point .draglayer .drag": { cursor: "pointer" },
});

interface Props {
  readonly node: HTMLElement;
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
}

/** The place in the page where a drawing stands now. */
export function PlotSlot({ node, label }: Props): ReactNode {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    slot.current?.append(node);
  }, [node]);
  return <Slot ref={slot} role="img" aria-label={label} />;
}
