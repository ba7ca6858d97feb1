import type { Note } from "../api/types";

/** A note that is being written. */
export interface Draft {
  readonly text: string;
  /** The note that it was made from. */
  readonly base: Note;
}

/**
 * What is written and not yet saved, by the path of the note: whoever goes to another page
 * finds it again.
 */
class Drafts {
  private readonly drafts = new Map<string, Draft>();

  get(path: string): Draft | undefined {
    return this.drafts.get(path);
  }

  set(path: string, draft: Draft | undefined): void {
    if (draft) this.drafts.set(path, draft);
    else this.drafts.delete(path);
  }

  /** Forgets those of what is no more. */
  drop(path: string): void {
    for (const known of this.drafts.keys()) {
      if (known.startsWith(`${path}/`)) this.drafts.delete(known);
    }
  }

  /** Whether closing the window would lose anything. */
  hasChanges(): boolean {
    return [...this.drafts.values()].some(isChanged);
  }
}

export const drafts = new Drafts();

// Wherever in the pages the reader is by then.
window.addEventListener("beforeunload", (event) => {
  if (drafts.hasChanges()) event.preventDefault();
});

export function isChanged({ text, base }: Draft): boolean {
  return text !== base.body;
}
