import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useFormats } from "../../format/useFormats";
import { extentOf, type Point, pathOf } from "./sparkline";

const WIDTH = 600;
const HEIGHT = 96;

const Figure = styled("figure")({
  margin: 0,
  display: "grid",
  gridTemplateColumns: "minmax(52px, auto) minmax(0, 1fr)",
  columnGap: 8,
  "& + &": { marginTop: 16 },
  fontSize: "0.75rem",
  color: "var(--mui-palette-text-secondary)",
});

const Sides = styled("div")({ display: "flex", justifyContent: "space-between" });

const Drawing = styled("svg")({
  display: "block",
  width: "100%",
  height: HEIGHT,
  overflow: "visible",
  borderLeft: "1px solid var(--mui-palette-divider)",
  borderBottom: "1px solid var(--mui-palette-divider)",
  "& path": {
    fill: "none",
    stroke: "var(--mui-palette-state-complete)",
    strokeWidth: 2,
    strokeLinejoin: "round",
    strokeLinecap: "round",
    vectorEffect: "non-scaling-stroke",
  },
});

interface Props {
  readonly points: readonly Point[];
  readonly label: string;
  /** Whether the label stands above the curve, which has others beside it. */
  readonly named?: boolean;
}

/** A curve of values over steps, with the numbers at its ends. */
export function Sparkline({ points, label, named = false }: Props): ReactNode {
  const { formatValue } = useFormats();
  const extent = extentOf(points);
  if (!extent) return null;
  const { firstStep, lastStep, low, high } = extent;
  return (
    <Figure>
      {named && <figcaption style={{ gridColumn: "1 / -1", marginBottom: 4 }}>{label}</figcaption>}
      <Sides style={{ flexDirection: "column", textAlign: "end" }}>
        <span>{formatValue(high, 4)}</span>
        {low !== high && <span>{formatValue(low, 4)}</span>}
      </Sides>
      <Drawing
        role="img"
        aria-label={`${label}: from step ${firstStep} to ${lastStep}, between ${formatValue(low)} and ${formatValue(high)}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {/* A curve of one point is drawn as a dot by the round end of its line. */}
        <path d={`${pathOf(points, extent, WIDTH, HEIGHT)}l0 0`} />
      </Drawing>
      <span />
      <Sides>
        <span>step {firstStep}</span>
        {firstStep !== lastStep && <span>{lastStep}</span>}
      </Sides>
    </Figure>
  );
}
