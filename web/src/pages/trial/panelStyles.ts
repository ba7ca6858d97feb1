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

/** A name at the left and its value at the right. */
export const NameLine = styled("div")({
  display: "flex",
  justifyContent: "space-between",
  alignItems: "baseline",
  gap: 16,
  "& > :first-of-type": { minWidth: 0 },
  "& > :last-child": { textAlign: "end", fontWeight: 550, minWidth: 0 },
});
