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

export function contentPath(place: ArtifactPlace, artifactId: string): string {
  return `/artifacts${pathOf(place)}/${artifactId}`;
}

export function writePath(place: ArtifactPlace, artifactId?: string): string {
  return `/api/artifacts${pathOf(place)}${artifactId === undefined ? "" : `/${artifactId}`}`;
}
