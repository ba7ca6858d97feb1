import type { CSSProperties, ReactNode } from "react";
import { useAddress, useContent, type ViewProps } from "./useContent";

interface Props extends ViewProps {
  readonly maxHeight: CSSProperties["maxHeight"];
}

export function ArtifactPicture({ artifact, place, maxHeight }: Props): ReactNode {
  const { data, error } = useContent({ artifact, place });
  const address = useAddress(data);
  if (error) return <div role="alert">{error.message}</div>;
  if (!address) return null;
  return (
    <img
      src={address}
      alt={artifact.filename}
      style={{ display: "block", maxWidth: "100%", maxHeight, margin: "4px 0" }}
    />
  );
}
