import { styled } from "@mui/material/styles";

/** A table on a desk; on a phone every row is a card whose cells say what they are. */
const NARROW = "@media (max-width: 899.95px)";

/** Scrolls sideways before it squeezes what it holds. */
export const Scroll = styled("div")({ overflowX: "auto" });

export const Table = styled("table")(({ theme }) => ({
  width: "100%",
  minWidth: 820,
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th, & td": {
    padding: theme.spacing(1, 1.5),
    textAlign: "start",
    fontWeight: 400,
    borderBottom: "1px solid var(--mui-palette-divider)",
  },
  "& [data-end]": { textAlign: "end", whiteSpace: "nowrap" },
  "& thead th": { fontSize: "0.8125rem", color: "var(--mui-palette-text-secondary)" },
  "& tbody th": { maxWidth: 360 },
  "& tbody th a": { color: "inherit", fontWeight: 600, textDecoration: "none" },
  "& tbody th a:hover": { textDecoration: "underline" },
  "& td[data-label=File]": { maxWidth: 180 },
  "& td[data-area=trials]": { width: "26%" },
  [NARROW]: {
    minWidth: 0,
    "&, & tbody": { display: "block" },
    "& thead": { display: "none" },
    "& tbody tr": {
      display: "grid",
      gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
      gap: theme.spacing(1, 2),
      position: "relative",
      padding: theme.spacing(1.5, 0),
      borderBottom: "1px solid var(--mui-palette-divider)",
    },
    "& tbody th, & td": { padding: 0, border: 0, maxWidth: "none" },
    "& tbody td[data-end]": { textAlign: "start", whiteSpace: "normal" },
    "& tbody td[data-area=trials]": { width: "auto" },
    "& [data-area=name]": {
      gridColumn: "1 / -1",
      gridRow: 1,
      paddingInlineEnd: theme.spacing(5),
    },
    // Above the file, so that the other cells stand two and two.
    "& [data-area=trials]": { gridColumn: "1 / -1", gridRow: 2 },
    "& [data-area=remove]": { position: "absolute", insetInlineEnd: 0, top: theme.spacing(1) },
    "& td[data-label]::before": {
      content: "attr(data-label)",
      display: "block",
      fontSize: "0.75rem",
      color: "var(--mui-palette-text-secondary)",
    },
  },
}));

export const Clip = styled("span")({
  display: "block",
  minWidth: 0,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
});

export const Muted = styled("span")({
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
});
