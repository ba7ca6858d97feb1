import { styled } from "@mui/material/styles";

/** The parts of a trial, below each other in a panel, side by side on a wide page. */
export const Parts = styled("div")({
  display: "grid",
  gap: 24,
  gridTemplateColumns: "minmax(0, 1fr)",
  alignContent: "start",
  "@container trial (min-width: 900px)": {
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    columnGap: 40,
  },
});

/** Parts follow the width of the panel, not that of the window. */
export const Container = styled("div")({ containerType: "inline-size", containerName: "trial" });

export const Rows = styled("dl")({
  margin: 0,
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  fontSize: "0.875rem",
  "& > div": { padding: "8px 0" },
  "& > div + div": { borderTop: "1px solid var(--mui-palette-divider)" },
  "& dd": { margin: 0 },
});

/** A name at the left and its value at the right; what explains both stands below them. */
export const NameLine = styled("div")({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, auto)",
  columnGap: 16,
  rowGap: 4,
  alignItems: "baseline",
  "& > dd:first-of-type": { textAlign: "end", fontWeight: 550 },
  "& > dd + dd": { gridColumn: "1 / -1" },
});
