import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly canSend: boolean;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for what a change to the storage needs, and stays until it was made. */
export function ManageDialog(props: Props): ReactNode {
  const { title, action, canSend, isSending, error, onSend, onClose, children } = props;
  const id = useId();
  // Whoever closed it would not learn how it ended.
  const close = () => !isSending && onClose();
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby={id}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSend && !isSending) onSend();
        }}
        // The buttons stay in sight below a long content.
        style={{ display: "flex", flexDirection: "column", minHeight: 0 }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {children}
          {error && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {error.message}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={isSending}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={props.isDangerous ? "error" : "primary"}
            disabled={!canSend || isSending}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
