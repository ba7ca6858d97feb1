import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly error: unknown;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** An error that stays where it happened, with its cause and what to do. */
export function ErrorCard({ title, error, action }: Props): ReactNode {
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        action && (
          <Button color="inherit" size="small" onClick={action.run}>
            {action.label}
          </Button>
        )
      }
    >
      <AlertTitle sx={{ fontWeight: 650 }}>{title}</AlertTitle>
      {error instanceof Error ? error.message : String(error)}
    </Alert>
  );
}
