import { type CSSProperties, type ReactNode, useState } from "react";
import { useAddress, useContent, type ViewProps } from "./useContent";

interface Props extends ViewProps {
  readonly maxHeight: CSSProperties["maxHeight"];
}

export function ArtifactPicture({ artifact, place, maxHeight }: Props): ReactNode {
  const { data, error } = useContent({ artifact, place });
  const address = useAddress(data);
  const [isRefused, setRefused] = useState(false);
  if (error) return <div role="alert">{error.message}</div>;
  if (isRefused) return <div role="alert">This is no picture that this browser shows.</div>;
  if (!address) return null;
  return (
    <img
      src={address}
      alt={artifact.filename}
      onError={() => setRefused(true)}
      style={{ display: "block", maxWidth: "100%", maxHeight, margin: "4px 0" }}
    />
  );
}
