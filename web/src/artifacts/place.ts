/** What files belong to: a trial, or without one a study. */
export interface ArtifactPlace {
  readonly source: number;
  readonly studyId: number;
  readonly trialId?: number;
}

/** Where the files are listed to the core, below `/api/artifacts` and `/artifacts`. */
export function pathOf({ studyId, trialId }: ArtifactPlace): string {
  return trialId === undefined ? `/${studyId}` : `/${studyId}/${trialId}`;
}

/** An id is what somebody has stored; as it stands it could lead to another path. */
export function contentPath(place: ArtifactPlace, artifactId: string): string {
  return `/artifacts${pathOf(place)}/${encodeURIComponent(artifactId)}`;
}

export function writePath(place: ArtifactPlace, artifactId?: string): string {
  const path = `/api/artifacts${pathOf(place)}`;
  return artifactId === undefined ? path : `${path}/${encodeURIComponent(artifactId)}`;
}
