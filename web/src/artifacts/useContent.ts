import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Artifact } from "../api/types";
import { useHost } from "../hosts/context";
import { beginningOf, contentOf } from "./content";
import { type ArtifactPlace, contentPath } from "./place";
import type { Head } from "./view/head";

/** What shows a file. */
export interface ViewProps {
  readonly artifact: Artifact;
  readonly place: ArtifactPlace;
}

/** The content of a file. */
export function useContent({ artifact, place }: ViewProps): UseQueryResult<Blob> {
  const host = useHost();
  return useQuery({
    queryKey: [contentPath(place, artifact.artifact_id)],
    queryFn: ({ signal }) => contentOf(host, place, artifact, signal),
    // Stored under an id of its own, it never changes.
    staleTime: "static",
  });
}

/** The beginning of a file, kept only as long as it is shown. */
export function useBeginning({ artifact, place }: ViewProps, most: number): UseQueryResult<Head> {
  const host = useHost();
  return useQuery({
    queryKey: [contentPath(place, artifact.artifact_id), most],
    queryFn: ({ signal }) => beginningOf(host, place, artifact, most, signal),
    staleTime: "static",
    gcTime: 0,
  });
}

/** An address in this page for what was fetched, let go of afterwards. */
export function useAddress(content: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
