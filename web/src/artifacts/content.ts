import { errorOf } from "../api/client";
import type { Artifact } from "../api/types";
import type { Host } from "../hosts/host";
import { type ArtifactPlace, contentPath } from "./place";
import { type Head, headOf } from "./view/head";

/** The bytes of a file. Rejects with `ApiError` if the store has them no more. */
export async function contentOf(
  host: Host,
  place: ArtifactPlace,
  artifact: Artifact,
  signal?: AbortSignal,
): Promise<Blob> {
  return (await answerOf(host, place, artifact, signal)).blob();
}

/** The same of its beginning, at most so many bytes. */
export async function beginningOf(
  host: Host,
  place: ArtifactPlace,
  artifact: Artifact,
  most: number,
  signal: AbortSignal,
): Promise<Head> {
  return headOf(await answerOf(host, place, artifact, signal), most);
}

async function answerOf(
  host: Host,
  place: ArtifactPlace,
  { artifact_id }: Artifact,
  signal?: AbortSignal,
): Promise<Response> {
  const response = await host.fetch(contentPath(place, artifact_id), signal && { signal });
  if (!response.ok) throw await errorOf(response);
  return response;
}
