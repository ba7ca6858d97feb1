import SearchIcon from "@mui/icons-material/Search";
import IconButton from "@mui/material/IconButton";
import { styled } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useEffect, useState } from "react";
import { JumpDialog } from "./JumpDialog";
import { JUMP_KEYS } from "./keys";

const Wide = styled("button")(({ theme }) => ({
  display: "inline-flex",
  alignItems: "center",
  gap: 8,
  height: 32,
  padding: "0 8px 0 10px",
  font: "inherit",
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
  background: "var(--mui-palette-surface-sunken)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  cursor: "pointer",
  whiteSpace: "nowrap",
  "&:hover": { color: "var(--mui-palette-text-primary)" },
  [theme.breakpoints.down("md")]: { display: "none" },
}));

const Key = styled("kbd")({
  font: "inherit",
  fontSize: "0.75rem",
  padding: "0 5px",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 4,
  background: "var(--mui-palette-background-default)",
});

/** Opens the jump dialog: by button, or by Ctrl/Cmd+K from anywhere. */
export function QuickJump(): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      event.preventDefault();
      // In an editor it is the beginning of other shortcuts.
      event.stopPropagation();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Wide type="button" onClick={() => setOpen(true)}>
        <SearchIcon sx={{ fontSize: 18 }} />
        Jump to…
        <Key>{JUMP_KEYS}</Key>
      </Wide>
      <Tooltip title="Jump to…">
        <IconButton
          aria-label="Jump to a study or trial"
          onClick={() => setOpen(true)}
          sx={{ display: { md: "none" } }}
        >
          <SearchIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {open && <JumpDialog onClose={() => setOpen(false)} />}
    </>
  );
}
