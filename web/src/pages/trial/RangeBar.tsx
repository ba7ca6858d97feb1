import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Distribution, Json } from "../../api/types";
import { useFormats } from "../../format/useFormats";
import { rangeLook } from "./range";

const Bar = styled("div")({
  display: "grid",
  // Bars of most parameters start and end at the same places.
  gridTemplateColumns: "minmax(44px, auto) minmax(48px, 1fr) minmax(88px, auto)",
  columnGap: 8,
  alignItems: "center",
  fontSize: "0.75rem",
  color: "var(--mui-palette-text-secondary)",
});

const Track = styled("div")({
  position: "relative",
  height: 4,
  borderRadius: 2,
  background: "var(--mui-palette-divider)",
});

const Mark = styled("div")({
  position: "absolute",
  top: -4,
  width: 4,
  height: 12,
  marginLeft: -2,
  borderRadius: 2,
  background: "var(--mui-palette-primary-main)",
});

interface Props {
  readonly value: Json;
  readonly distribution: Exclude<Distribution, { type: "CategoricalDistribution" }>;
}

/** Where a number lies in the range it was drawn from. */
export function RangeBar({ value, distribution }: Props): ReactNode {
  const { share, low, high, scale } = rangeLook(value, distribution, useFormats());
  const text = `Range ${low} to ${high}${scale && `, ${scale}`}`;
  return (
    <div title={text}>
      <Bar>
        <span>{low}</span>
        <Track aria-hidden>{share !== null && <Mark style={{ left: `${share * 100}%` }} />}</Track>
        <span>
          {high}
          {scale && ` (${scale})`}
        </span>
      </Bar>
    </div>
  );
}
