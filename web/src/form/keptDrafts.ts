import type { Drafts } from "./answers";

/** Answers that are not sent yet, by the id of the trial: who looks at another one finds them again. */
export const keptDrafts = new Map<number, Drafts>();
