import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useHost, useHostState } from "../hosts/context";

/** Says why a file that the host follows is not shown as it is now. */
export function Outdated(): ReactNode {
  const host = useHost();
  const { files } = useHostState();
  return files.map(({ id, name, fate }) =>
    fate.status === "open" && fate.outdated !== undefined ? (
      <Alert
        key={id}
        severity="warning"
        square
        action={
          <Button color="inherit" size="small" onClick={() => void host.restart()}>
            Try again
          </Button>
        }
      >
        This is an earlier state of {name}. {fate.outdated}
      </Alert>
    ) : null,
  );
}
