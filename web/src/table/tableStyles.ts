import { styled } from "@mui/material/styles";

export const ROW_HEIGHT = 33;
export const HEAD_HEIGHT = 40;

/** The paper with some of the main colour in it. */
function tinted(percent: number): string {
  const paper = "var(--mui-palette-background-paper)";
  return `color-mix(in srgb, var(--mui-palette-primary-main) ${percent}%, ${paper})`;
}

const line = "1px solid var(--mui-palette-divider)";

/** What scrolls, both ways. */
export const Scroller = styled("div")({
  position: "relative",
  // As high as its rows, and no higher than there is room for.
  flex: "0 1 auto",
  minHeight: 0,
  overflow: "auto",
  overscrollBehavior: "contain",
  border: line,
  borderRadius: 6,
  fontSize: "0.875rem",
  background: "var(--mui-palette-background-paper)",
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -2 },
});

export const Head = styled("div")({
  position: "sticky",
  top: 0,
  zIndex: 2,
  width: "fit-content",
  minWidth: "100%",
  background: "var(--mui-palette-surface-sunken)",
  userSelect: "none",
});

export const Body = styled("div")({ position: "relative", minWidth: "100%", contain: "layout" });

export const HeadRow = styled("div")({
  display: "flex",
  height: HEAD_HEIGHT,
  boxSizing: "border-box",
  borderBottom: line,
  // For the frozen cells, under which the others pass.
  background: "inherit",
});

export const BodyRow = styled("div")({
  "--row": "var(--mui-palette-background-paper)",
  position: "absolute",
  top: 0,
  left: 0,
  display: "flex",
  height: ROW_HEIGHT,
  minWidth: "100%",
  boxSizing: "border-box",
  borderBottom: line,
  background: "var(--row)",
  cursor: "pointer",
  "&:hover": { "--row": "var(--mui-palette-surface-sunken)" },
  "&[data-active=true]": { boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)" },
  "&[aria-selected=true]": { "--row": tinted(8) },
  "&[aria-current=true]": { "--row": tinted(16) },
  ":focus-visible > div > &[data-active=true]": {
    outline: "2px solid var(--mui-palette-primary-main)",
    outlineOffset: -2,
  },
});

/** A cell of the header or of a row; a frozen one stays in sight. */
export const Cell = styled("div")({
  position: "relative",
  flex: "none",
  display: "flex",
  alignItems: "center",
  padding: "0 12px",
  boxSizing: "border-box",
  overflow: "hidden",
  whiteSpace: "nowrap",
  "&[data-numeric=true]": { justifyContent: "flex-end", "& > *": { marginLeft: 0 } },
  "&[data-frozen=true]": { position: "sticky", zIndex: 1, background: "inherit" },
  "&[data-edge=true]": { borderRight: line },
  "&[data-dragged=true]": { opacity: 0.5 },
  "&[data-drop]::before": {
    content: '""',
    position: "absolute",
    inset: "0 auto 0 0",
    width: 3,
    background: "var(--mui-palette-primary-main)",
  },
  "&[data-drop=after]::before": { inset: "0 0 0 auto" },
});

/** Stands for the columns that are not drawn. */
export const Gap = styled("div")({ flex: "none" });

export const Clip = styled("span")({ overflow: "hidden", textOverflow: "ellipsis" });

/** Stands for a value that is on its way. */
export const Pending = styled("span")({
  display: "block",
  width: "60%",
  height: 10,
  borderRadius: 4,
  background: "var(--mui-palette-divider)",
});

export const SortButton = styled("button")({
  all: "unset",
  cursor: "pointer",
  display: "inline-flex",
  alignItems: "center",
  gap: 4,
  minWidth: 0,
  height: "100%",
  fontSize: "0.8125rem",
  fontWeight: 600,
  color: "var(--mui-palette-text-secondary)",
  "&:hover, &[data-sorted=true]": { color: "var(--mui-palette-text-primary)" },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -4 },
});

/** The same at the head of every column. */
export const MenuButton = styled("button")({
  all: "unset",
  cursor: "pointer",
  flex: "none",
  display: "grid",
  placeItems: "center",
  width: 22,
  height: 26,
  margin: "0 -6px 0 auto",
  borderRadius: 4,
  color: "var(--mui-palette-text-secondary)",
  opacity: 0.55,
  "& svg": { fontSize: 18 },
  "&[data-filtered=true]": { opacity: 1, color: "var(--mui-palette-primary-main)" },
  "&:hover": { background: "var(--mui-palette-divider)" },
  "&:hover, &:focus-visible, &[aria-expanded=true]": { opacity: 1 },
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -2 },
});

/** A box that ticks a row, or all of them. */
export const Tick = styled("input")({
  width: 16,
  height: 16,
  margin: 0,
  cursor: "pointer",
  accentColor: "var(--mui-palette-primary-main)",
});

/** What such a box is for, on one line. */
export const TickLabel = styled("label")({
  flex: 1,
  minWidth: 0,
  minHeight: 28,
  display: "flex",
  alignItems: "center",
  gap: 10,
  cursor: "pointer",
  fontSize: "0.875rem",
  "& span": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** A star before the number of a best trial. */
export const BestMark = styled("span")({
  marginRight: "auto",
  color: "var(--mui-palette-state-best)",
  "&::before": { content: '"★"' },
});
