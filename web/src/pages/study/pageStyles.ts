import { styled } from "@mui/material/styles";

/** The content of a page, below each other. */
export const Page = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(3),
  boxSizing: "border-box",
  maxWidth: 2880,
  margin: "0 auto",
  padding: theme.spacing(2, 1.5, 4),
  [theme.breakpoints.up("sm")]: { padding: theme.spacing(3, 3, 5) },
}));

/** The title of a page, and what can be done at its other end. */
export const Heading = styled("div")(({ theme }) => ({
  display: "flex",
  alignItems: "flex-start",
  justifyContent: "space-between",
  gap: theme.spacing(2),
}));

/** Several buttons beside a title. */
export const Actions = styled("div")(({ theme }) => ({
  flex: "none",
  display: "flex",
  flexWrap: "wrap",
  justifyContent: "flex-end",
  alignItems: "flex-start",
  gap: theme.spacing(1),
  maxWidth: "50%",
}));

/** Two blocks side by side where there is room. */
export const Columns = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "minmax(0, 1fr)",
  [theme.breakpoints.up("md")]: { gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)" },
}));

export const Block = styled("section")(({ theme }) => ({
  minWidth: 0,
  padding: theme.spacing(2),
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  "&[data-empty=true]": { display: "grid", alignContent: "center" },
}));

/** What a number beside or below it means. */
export const Caption = styled("div")({
  fontSize: "0.8125rem",
  lineHeight: 1.4,
  color: "var(--mui-palette-text-secondary)",
});

export const BigNumber = styled("div")(({ theme }) => ({
  fontSize: "2.25rem",
  fontWeight: 650,
  lineHeight: 1.2,
  letterSpacing: "-0.02em",
  fontVariantNumeric: "tabular-nums",
  [theme.breakpoints.up("sm")]: { fontSize: "2.75rem" },
}));
