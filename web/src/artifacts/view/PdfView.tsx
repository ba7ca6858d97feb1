import { type ReactNode, useMemo } from "react";
import { useAddress, useBeginning, type ViewProps } from "../useContent";
import { ViewError, Waiting } from "./states";
import { Unshown } from "./Unshown";

/** More would have to be in the page's memory before there is anything to see. */
const MOST_BYTES = 200_000_000;

/** A document in the browser's own viewer of PDF, which runs nothing as the dashboard. */
export function PdfView(props: ViewProps): ReactNode {
  if (!navigator.pdfViewerEnabled) {
    return <Unshown {...props} reason="This browser shows no PDF in a page." />;
  }
  return <Document {...props} />;
}

function Document(props: ViewProps): ReactNode {
  const { data, error } = useBeginning(props, MOST_BYTES);
  // Whatever type is stored with it: of a blob, browsers believe the type, and another one than
  // this could be a page of the dashboard's origin.
  const pdf = useMemo(() => {
    return data?.isCut === false ? new Blob([data.bytes], { type: "application/pdf" }) : undefined;
  }, [data]);
  const address = useAddress(pdf);
  if (error) return <ViewError error={error} />;
  if (data?.isCut) return <Unshown {...props} reason="It is too large." />;
  if (!address) return <Waiting />;
  return (
    <iframe
      src={address}
      title={props.artifact.filename}
      style={{ flex: 1, minHeight: 240, width: "100%", border: 0 }}
    />
  );
}
