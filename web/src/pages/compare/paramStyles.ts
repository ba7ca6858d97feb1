import { styled } from "@mui/material/styles";

const NARROW = "@media (max-width: 899.95px)";

/** Columns on a desk; on a phone every row is a card whose cells say what they are. */
export const Table = styled("table")(({ theme }) => ({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  tableLayout: "fixed",
  "& th, & td": {
    padding: theme.spacing(0.5, 1.5, 0.5, 0),
    textAlign: "start",
    fontWeight: 400,
  },
  "& thead th": { fontSize: "0.8125rem", color: "var(--mui-palette-text-secondary)" },
  "& thead th:first-of-type": { width: "25%" },
  "& thead th:last-of-type": { width: "30%" },
  "& tbody tr:last-of-type > *": { borderBottom: "1px solid var(--mui-palette-divider)" },
  "& tbody tr:last-of-type > *, & th[scope=rowgroup]": { paddingBottom: theme.spacing(1) },
  "& th[scope=rowgroup]": { paddingTop: theme.spacing(1.5), fontWeight: 650 },
  [NARROW]: {
    "&, & tbody": { display: "block" },
    "& thead": { display: "none" },
    "& tbody": { borderBottom: "1px solid var(--mui-palette-divider)" },
    "& tbody tr": {
      display: "grid",
      gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.75, 0),
    },
    "& tbody tr > th, & tbody tr > td": { padding: 0, borderBottom: 0 },
    "& th, & td[data-area=bar], & td[colspan]": { gridColumn: "1 / -1" },
    "& td[data-label]::before": {
      content: "attr(data-label)",
      display: "block",
      fontSize: "0.75rem",
      color: "var(--mui-palette-text-secondary)",
    },
  },
}));
