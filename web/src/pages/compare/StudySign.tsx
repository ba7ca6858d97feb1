import type { ReactNode } from "react";
import type { ComparedStudy } from "../../api/types";
import { roleColor } from "../../figure/roles";
import { useScheme } from "../../theme/useScheme";

const DASHES: Readonly<Record<ComparedStudy["dash"], string>> = {
  solid: "none",
  dash: "6 3",
  dot: "2 2",
};

const SHAPES: Readonly<Record<ComparedStudy["shape"], ReactNode>> = {
  circle: <circle cx="14" cy="6" r="4" />,
  square: <rect x="10.5" y="2.5" width="7" height="7" />,
  diamond: <path d="M14 1 19 6 14 11 9 6Z" />,
};

interface Props {
  readonly study: Pick<ComparedStudy, "dash" | "shape">;
  readonly place: number;
}

/** The line and the points of a study as figures draw them. */
export function StudySign({ study: { dash, shape }, place }: Props): ReactNode {
  const color = roleColor("best", useScheme(), place);
  return (
    <svg
      width="28"
      height="12"
      fill={color}
      stroke={color}
      aria-hidden
      style={{ flex: "none", forcedColorAdjust: "none" }}
    >
      <title>In figures</title>
      <line x1="0" y1="6" x2="28" y2="6" strokeWidth="2" strokeDasharray={DASHES[dash]} />
      {SHAPES[shape]}
    </svg>
  );
}
