import { styled } from "@mui/material/styles";

const line = "1px solid var(--mui-palette-divider)";

/** Scrolls both ways under the names at its upper and left edge. */
export const Scroller = styled("div")({
  // Holds what is only for screen readers, which would else widen the page.
  position: "relative",
  flex: "0 1 auto",
  minHeight: 0,
  overflow: "auto",
  overscrollBehavior: "contain",
  border: line,
  borderRadius: 6,
  background: "var(--mui-palette-background-paper)",
  "&:focus-visible": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -2 },
});

export const Table = styled("table")({
  borderCollapse: "separate",
  borderSpacing: 0,
  fontSize: "0.875rem",
  "& th, & td": {
    padding: "6px 12px",
    textAlign: "start",
    verticalAlign: "top",
    borderBottom: line,
    fontWeight: 400,
  },
});

/** The head of a column. */
export const TrialHead = styled("th")({
  position: "sticky",
  top: 0,
  zIndex: 2,
  minWidth: 128,
  background: "var(--mui-palette-background-paper)",
});

/** The name of a row. */
export const RowHead = styled("th")({
  position: "sticky",
  left: 0,
  zIndex: 1,
  borderRight: line,
  background: "var(--mui-palette-background-paper)",
  color: "var(--mui-palette-text-secondary)",
  "tr[data-differs=true] > &": { color: "var(--mui-palette-text-primary)" },
  "& > div": { display: "flex", width: "max-content", maxWidth: "clamp(90px, 28vw, 240px)" },
});

export const Corner = styled(RowHead)({ top: 0, zIndex: 3 });

export const GroupHead = styled("th")({
  "&&": { background: "var(--mui-palette-surface-sunken)", padding: 0, fontWeight: 650 },
  // The name stays in sight when the trials scroll.
  "& span": { position: "sticky", left: 0, display: "inline-block", padding: "4px 12px" },
});

/** Long texts show their beginning. */
export const Value = styled("div")({
  maxWidth: 320,
  display: "-webkit-box",
  WebkitLineClamp: 4,
  WebkitBoxOrient: "vertical",
  overflow: "hidden",
  whiteSpace: "pre-wrap",
  "&[data-other=true]": { fontWeight: 650 },
});

export const Unequal = styled("span")({
  flex: "none",
  width: "1.2em",
  fontWeight: 650,
  color: "var(--mui-palette-primary-main)",
});
