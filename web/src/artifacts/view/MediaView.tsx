import { type ReactNode, useState } from "react";
import { useHost } from "../../hosts/context";
import { contentPath } from "../place";
import type { ViewProps } from "../useContent";
import { Unshown } from "./Unshown";

interface Props extends ViewProps {
  readonly kind: "video" | "audio";
}

/** A player, which asks the host itself for the parts that it plays. */
export function MediaView({ artifact, place, kind }: Props): ReactNode {
  const [isRefused, setRefused] = useState(false);
  const address = useHost().addressOf?.(contentPath(place, artifact.artifact_id));
  if (!address || isRefused) {
    const reason = "This browser does not play files of this kind, or the file is damaged or gone.";
    return <Unshown artifact={artifact} place={place} reason={reason} />;
  }
  const props = {
    src: address,
    controls: true,
    preload: "metadata",
    "aria-label": artifact.filename,
    onError: () => setRefused(true),
  };
  if (kind === "audio") {
    return <audio {...props} style={{ width: "100%" }} />;
  }
  return (
    <video {...props} style={{ flex: 1, minHeight: 0, maxWidth: "100%", objectFit: "contain" }} />
  );
}
