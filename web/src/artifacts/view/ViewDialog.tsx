import CloseFullscreenIcon from "@mui/icons-material/CloseFullscreen";
import Dialog from "@mui/material/Dialog";
import IconButton from "@mui/material/IconButton";
import Stack from "@mui/material/Stack";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { DownloadButton } from "../DownloadButton";
import type { ViewProps } from "../useContent";
import { Viewer } from "./Viewer";

interface Props extends ViewProps {
  readonly onClose: () => void;
}

/** A file over the whole window. */
export default function ViewDialog({ artifact, place, onClose }: Props): ReactNode {
  const id = useId();
  return (
    <Dialog fullScreen open onClose={onClose} aria-labelledby={id}>
      <Stack spacing={1.5} sx={{ p: { xs: 1.5, sm: 3 }, height: "100%", minHeight: 0 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: "center", flex: "none" }}>
          <Typography id={id} variant="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
            {artifact.filename}
          </Typography>
          <DownloadButton artifact={artifact} place={place} />
          <Tooltip title="Back to the page">
            <IconButton aria-label={`Close ${artifact.filename}`} onClick={onClose}>
              <CloseFullscreenIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        </Stack>
        <Viewer artifact={artifact} place={place} />
      </Stack>
    </Dialog>
  );
}
