import { lazy, type ReactNode, Suspense } from "react";
import { ArtifactPicture } from "../ArtifactPicture";
import type { ViewProps } from "../useContent";
import { kindOf } from "./kinds";
import { MediaView } from "./MediaView";
import { PdfView } from "./PdfView";
import { Waiting } from "./states";
import { TableView } from "./TableView";
import { TextView } from "./TextView";
import { Unshown } from "./Unshown";

/** The content of a file, in the way that suits it. */
export function Viewer(props: ViewProps): ReactNode {
  const kind = kindOf(props.artifact);
  switch (kind) {
    case "picture":
      return (
        <div style={{ flex: 1, minHeight: 0 }}>
          <ArtifactPicture {...props} maxHeight="100%" />
        </div>
      );
    case "video":
    case "audio":
      return <MediaView {...props} kind={kind} />;
    case "pdf":
      return <PdfView {...props} />;
    case "table":
      return <TableView {...props} />;
    case "model":
      return (
        <Suspense fallback={<Waiting />}>
          <ModelView {...props} />
        </Suspense>
      );
    case "compressed":
      return <Unshown {...props} reason={`It is compressed (${props.artifact.encoding}).`} />;
    case "json":
    case "text":
    case "unknown":
      return <TextView {...props} isJson={kind === "json"} isUnsure={kind === "unknown"} />;
  }
}

/** Draws in three dimensions, for which much code is needed. */
const ModelView = lazy(() =>
  import("./ModelView").catch(() => ({
    default: (props: ViewProps) => (
      <Unshown
        {...props}
        reason="What draws it could not be fetched; reload the page to try again."
      />
    ),
  })),
);
