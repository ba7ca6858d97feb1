import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";

const Skip = styled("button")(({ theme }) => ({
  position: "fixed",
  top: -100,
  left: 8,
  zIndex: theme.zIndex.tooltip,
  padding: "8px 16px",
  font: "inherit",
  borderRadius: 6,
  border: "1px solid var(--mui-palette-divider)",
  background: "var(--mui-palette-background-paper)",
  color: "var(--mui-palette-text-primary)",
  "&:focus": { top: 8 },
}));

/** The first thing that Tab reaches. A button: with hash routes a `#main` link is an address. */
export function SkipLink(): ReactNode {
  return (
    <Skip type="button" onClick={() => document.getElementById("main")?.focus()}>
      Skip to the content
    </Skip>
  );
}
