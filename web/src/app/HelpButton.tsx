import HelpIcon from "@mui/icons-material/HelpOutlined";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useState } from "react";
import { HelpDialog } from "./HelpDialog";

export function HelpButton(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title="Help">
        <IconButton aria-label="Help" onClick={() => setOpen(true)}>
          <HelpIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {open && <HelpDialog onClose={() => setOpen(false)} />}
    </>
  );
}
