import FilterListIcon from "@mui/icons-material/FilterList";
import Button from "@mui/material/Button";
import { type ReactNode, useEffect, useRef } from "react";
import { type Selection, useSelection } from "./selection";

/** Opens the selection bar, where it is not open yet. */
export function FilterButton(): ReactNode {
  const selection = useSelection();
  return selection && !selection.open ? <Opener {...selection} /> : null;
}

function Opener({ show, closed }: Selection): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (closed.current) button.current?.focus();
    closed.current = false;
  }, [closed]);
  return (
    <Button
      ref={button}
      size="small"
      variant="outlined"
      color="inherit"
      startIcon={<FilterListIcon />}
      onClick={show}
      sx={{ flex: "none", borderColor: "divider", color: "text.secondary" }}
    >
      Filter
    </Button>
  );
}
