/** What the names of figures begin with that a program saved with the study. */
const PREFIX = "user:";

export function isSaved({ name }: { readonly name: string }): boolean {
  return name.startsWith(PREFIX);
}

/** Where a saved figure can be deleted; its name is its id, as an address writes it. */
export function savedPath(studyId: number, name: string): string {
  return `/api/studies/${studyId}/plots/${name.slice(PREFIX.length)}`;
}
