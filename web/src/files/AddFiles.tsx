import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useFileChooser } from "./FileInput";

/** Opens more files from any page. */
export function AddFiles(): ReactNode {
  const { input, choose } = useFileChooser();
  return (
    <>
      {input}
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={choose}
        sx={{ display: { xs: "none", md: "inline-flex" }, whiteSpace: "nowrap" }}
      >
        Open file
      </Button>
      <Tooltip title="Open file">
        <IconButton aria-label="Open file" onClick={choose} sx={{ display: { md: "none" } }}>
          <AddIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    </>
  );
}
