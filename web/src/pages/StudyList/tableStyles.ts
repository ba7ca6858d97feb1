import { styled } from "@mui/material/styles";

/** Real table elements, laid out as a grid: columns on a desk, two-line cards on a phone. */
export const ROW_HEIGHT = { wide: 56, narrow: 64 } as const;
export const NARROW = "@media (max-width: 899.95px)";

const COLUMNS =
  "minmax(180px, 2fr) minmax(120px, 1.3fr) minmax(180px, 2.2fr) minmax(96px, 0.7fr) 148px";

export const Table = styled("table")({
  display: "block",
  width: "100%",
  fontSize: "0.875rem",
  "--columns": COLUMNS,
  "&[data-sources=true]": { "--columns": `${COLUMNS} minmax(110px, 1fr)` },
  "&[data-choose=true]": { "--columns": `20px ${COLUMNS}` },
  "&[data-choose=true][data-sources=true]": {
    "--columns": `20px ${COLUMNS} minmax(110px, 1fr)`,
  },
});

export const Head = styled("thead")({
  display: "block",
  position: "sticky",
  top: "var(--frame-height)",
  zIndex: 1,
  background: "var(--mui-palette-background-default)",
  borderBottom: "1px solid var(--mui-palette-divider)",
  [NARROW]: { display: "none" },
});

export const HeadRow = styled("tr")({
  display: "grid",
  gridTemplateColumns: "var(--columns)",
  columnGap: 24,
  padding: "0 12px",
});

export const HeadCell = styled("th")({
  textAlign: "start",
  fontWeight: 400,
  padding: "4px 0",
  "&[data-end=true]": { textAlign: "end" },
});

export const Body = styled("tbody")({ display: "block", position: "relative" });

export const Row = styled("tr")({
  display: "grid",
  position: "relative",
  boxSizing: "border-box",
  height: ROW_HEIGHT.wide,
  gridTemplateColumns: "var(--columns)",
  columnGap: 24,
  alignItems: "center",
  padding: "0 12px",
  borderBottom: "1px solid var(--mui-palette-divider)",
  "&:hover, &[data-chosen=true]": { background: "var(--mui-palette-surface-sunken)" },
  [NARROW]: {
    height: ROW_HEIGHT.narrow,
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gridTemplateAreas: '"name best" "trials activity"',
    "[data-choose=true] &": {
      gridTemplateColumns: "24px minmax(0, 1fr) auto",
      gridTemplateAreas: '"choose name best" "choose trials activity"',
    },
    columnGap: 12,
    rowGap: 2,
    padding: "10px 4px",
    alignContent: "center",
  },
});

export const Cell = styled("td")({
  minWidth: 0,
  padding: 0,
  "&[data-end=true]": { textAlign: "end" },
  [NARROW]: {
    gridArea: "var(--area)",
    "&[data-wide=true]": { display: "none" },
    "&[data-narrow-end=true]": { textAlign: "end" },
  },
});

export const Clip = styled("div")({
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
});

export const Muted = styled("div")({
  color: "var(--mui-palette-text-secondary)",
  fontSize: "0.8125rem",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
});
