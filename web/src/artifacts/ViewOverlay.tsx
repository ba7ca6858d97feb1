import Alert from "@mui/material/Alert";
import { lazy, type ReactNode, Suspense } from "react";
import type { ViewProps } from "./useContent";

/** Viewers come when one is asked for. */
const ViewDialog = lazy(() => import("./view/ViewDialog").catch(() => ({ default: NoViewer })));

function NoViewer(): ReactNode {
  return (
    <Alert severity="error">
      What shows files could not be fetched. Reload the page to try again.
    </Alert>
  );
}

interface Props extends ViewProps {
  readonly onClose: () => void;
}

/** A file over the whole window. */
export function ViewOverlay(props: Props): ReactNode {
  return (
    <Suspense fallback={null}>
      <ViewDialog {...props} />
    </Suspense>
  );
}
