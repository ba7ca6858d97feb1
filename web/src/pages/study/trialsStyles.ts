import { styled } from "@mui/material/styles";

/** The height of the window; the table scrolls in itself. */
export const Screen = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(1.5),
  boxSizing: "border-box",
  height: "calc(100dvh - var(--frame-height) - var(--bar-height) - var(--nav-height))",
  minHeight: 320,
  padding: theme.spacing(1.5),
  [theme.breakpoints.up("sm")]: { padding: theme.spacing(2, 3) },
}));

export const Tools = styled("div")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: theme.spacing(1, 2),
}));

export const Split = styled("div")(({ theme }) => ({
  flex: "1 1 0",
  minHeight: 0,
  display: "flex",
  gap: theme.spacing(2),
}));

/** Where there is room for a panel beside the table. */
export const WIDE = "(min-width: 1200px)";

export const Side = styled("aside")(({ theme }) => ({
  flex: "none",
  width: "clamp(360px, 28vw, 560px)",
  boxSizing: "border-box",
  overflow: "auto",
  padding: theme.spacing(2),
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
}));
