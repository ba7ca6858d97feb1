import { type ReactNode, useMemo } from "react";
import { useAddress, useContent, type ViewProps } from "../useContent";
import { ViewError, Waiting } from "./states";
import { Unshown } from "./Unshown";

/** A document in the browser's own viewer of PDF, which runs nothing as the dashboard. */
export function PdfView(props: ViewProps): ReactNode {
  if (!navigator.pdfViewerEnabled) {
    return <Unshown {...props} reason="This browser shows no PDF in a page." />;
  }
  return <Document {...props} />;
}

function Document(props: ViewProps): ReactNode {
  const { data, error } = useContent(props);
  // Whatever type is stored with it: of a blob, browsers believe the type, and another one than
  // this could be a page of the dashboard's origin.
  const pdf = useMemo(() => data && new Blob([data], { type: "application/pdf" }), [data]);
  const address = useAddress(pdf);
  if (error) return <ViewError error={error} />;
  if (!address) return <Waiting />;
  return (
    <iframe
      src={address}
      title={props.artifact.filename}
      style={{ flex: 1, minHeight: 240, width: "100%", border: 0 }}
    />
  );
}
