import SettingsIcon from "@mui/icons-material/SettingsOutlined";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useState } from "react";
import { SettingsDialog } from "./SettingsDialog";

export function SettingsButton(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title="Settings">
        <IconButton aria-label="Settings" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <SettingsIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {open && <SettingsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
