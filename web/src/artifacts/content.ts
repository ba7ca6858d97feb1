import { errorOf } from "../api/client";
import type { Artifact } from "../api/types";
import type { Host } from "../hosts/host";
import { type ArtifactPlace, contentPath } from "./place";

/** The bytes of a file. Rejects with `ApiError` if the store has them no more. */
export async function contentOf(
  host: Host,
  place: ArtifactPlace,
  { artifact_id }: Artifact,
): Promise<Blob> {
  const response = await host.fetch(contentPath(place, artifact_id));
  if (!response.ok) throw await errorOf(response);
  return response.blob();
}
