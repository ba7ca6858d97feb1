import FilterListIcon from "@mui/icons-material/FilterList";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useSelection } from "./selection";

/** Opens the selection bar, where it is not open yet. */
export function FilterButton(): ReactNode {
  const selection = useSelection();
  if (!selection || selection.open) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      startIcon={<FilterListIcon />}
      onClick={() => selection.setOpen(true)}
      sx={{ flex: "none", borderColor: "divider", color: "text.secondary" }}
    >
      Filter
    </Button>
  );
}
