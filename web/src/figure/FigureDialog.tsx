import Dialog from "@mui/material/Dialog";
import Stack from "@mui/material/Stack";
import type { ReactNode } from "react";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The dialog is out of the way; the button that opened it stands in the page again. */
  readonly onClosed: () => void;
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** A figure over the whole window. */
export function FigureDialog({ open, onClose, onClosed, labelledBy, children }: Props): ReactNode {
  return (
    <Dialog
      fullScreen
      open={open}
      onClose={onClose}
      aria-labelledby={labelledBy}
      slotProps={{ transition: { onExited: onClosed } }}
    >
      <Stack spacing={1.5} sx={{ p: { xs: 1.5, sm: 3 }, height: "100%" }}>
        {children}
      </Stack>
    </Dialog>
  );
}
