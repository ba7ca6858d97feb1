import Alert from "@mui/material/Alert";
import type { ReactNode } from "react";
import { Empty } from "../../components/Empty";
import { DownloadButton } from "../DownloadButton";
import type { ViewProps } from "../useContent";

interface Props extends ViewProps {
  /** Why it is not shown, as a sentence. */
  readonly reason: string;
}

/** In the place of what cannot be shown. */
export function Unshown({ artifact, place, reason }: Props): ReactNode {
  return (
    <Empty title="This file cannot be shown here">
      <p>{reason}</p>
      <DownloadButton artifact={artifact} place={place} />
    </Empty>
  );
}

/** Said above what is shown if it is not all. */
export function CutNote({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Alert severity="info" variant="outlined" sx={{ flex: "none" }}>
      {children}
    </Alert>
  );
}
