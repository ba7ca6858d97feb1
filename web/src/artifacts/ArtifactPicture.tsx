import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Artifact } from "../api/types";
import { useHost } from "../hosts/context";
import { contentOf } from "./content";
import { type ArtifactPlace, contentPath } from "./place";

/** Pictures that cannot hold a script. */
const PICTURES: ReadonlySet<string> = new Set([
  "image/apng",
  "image/avif",
  "image/bmp",
  "image/gif",
  "image/jpeg",
  "image/png",
  "image/webp",
]);

export function isPicture({ mimetype, encoding }: Artifact): boolean {
  return PICTURES.has(mimetype) && !encoding;
}

interface Props {
  readonly artifact: Artifact;
  readonly place: ArtifactPlace;
}

export function ArtifactPicture({ artifact, place }: Props): ReactNode {
  const host = useHost();
  const { data, error } = useQuery({
    queryKey: [contentPath(place, artifact.artifact_id)],
    queryFn: () => contentOf(host, place, artifact),
    // Stored under an id of its own, it never changes.
    staleTime: "static",
  });
  const address = useAddress(data);
  if (error) return <div role="alert">{error.message}</div>;
  if (!address) return null;
  return (
    <img
      src={address}
      alt={artifact.filename}
      style={{ display: "block", maxWidth: "100%", maxHeight: 320, margin: "4px 0" }}
    />
  );
}

/** An address in this page for what was fetched, let go of afterwards. */
function useAddress(content: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
