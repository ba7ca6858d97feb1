import { styled } from "@mui/material/styles";

export const ROW_HEIGHT = 33;
export const HEAD_HEIGHT = 40;

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
});

export const Body = styled("div")({ position: "relative", minWidth: "100%", contain: "layout" });

export const HeadRow = styled("div")({
  display: "flex",
  height: HEAD_HEIGHT,
  boxSizing: "border-box",
  borderBottom: line,
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
  "&[aria-selected=true]": {
    "--row":
      "color-mix(in srgb, var(--mui-palette-primary-main) 14%, var(--mui-palette-background-paper))",
  },
  ":focus-visible > div > &[data-active=true]": {
    outline: "2px solid var(--mui-palette-primary-main)",
    outlineOffset: -2,
  },
});

/** A cell of the header or of a row. The first one stays in sight. */
export const Cell = styled("div")({
  flex: "none",
  display: "flex",
  alignItems: "center",
  padding: "0 12px",
  boxSizing: "border-box",
  overflow: "hidden",
  whiteSpace: "nowrap",
  "&[data-numeric=true]": { justifyContent: "flex-end" },
  "&[data-first=true]": {
    position: "sticky",
    left: 0,
    zIndex: 1,
    background: "inherit",
    borderRight: line,
  },
});

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

/** A star before the number of a best trial. */
export const BestMark = styled("span")({
  marginRight: "auto",
  color: "var(--mui-palette-state-best)",
  "&::before": { content: '"★"' },
});
