import { useState } from "react";
import { ApiError } from "../api/client";
import type { Note } from "../api/types";
import { useWrite } from "../api/write";
import { type Draft, drafts } from "./drafts";

export interface Editing {
  /** What is stored, as far as is known. */
  readonly note: Note;
  /** Undefined while the note is only shown. */
  readonly draft: Draft | undefined;
  readonly isSaving: boolean;
  readonly error: Error | null;
  /** What somebody else has written since the draft was begun, told by a save that was refused. */
  readonly theirs: Note | null;
  start(): void;
  change(text: string): void;
  /** Saves the draft as following `base`, which is what it was made from if nothing is said. */
  save(base?: Note): void;
  /** Leaves the draft. */
  end(): void;
}

/** The draft of the note at `path`, of which `shown` is what was stored when it was asked for. */
export function useDraft(path: string, shown: Note): Editing {
  const [draft, setDraft] = useState(() => drafts.get(path));
  const [saved, setSaved] = useState(shown);
  // It is known before the page has asked for it again.
  const note = saved.version > shown.version ? saved : shown;
  const put = (next: Draft | undefined) => {
    drafts.set(path, next);
    setDraft(next);
  };
  // Also when the page was left meanwhile.
  const { mutate, reset, error, isPending } = useWrite((_, { body }) => {
    setSaved(body as Note);
    put(undefined);
  });
  const end = () => {
    put(undefined);
    reset();
  };
  return {
    note,
    draft,
    isSaving: isPending,
    error,
    theirs: conflictIn(error),
    start: () => put({ text: note.body, base: note }),
    change: (text) => draft && put({ ...draft, text }),
    save: (base = draft?.base) => {
      if (!draft || !base || isPending) return;
      const body = { version: base.version + 1, body: draft.text };
      mutate({ method: "PUT", path, body });
    },
    end,
  };
}

function conflictIn(error: Error | null): Note | null {
  return error instanceof ApiError && error.status === 409 ? (error.answer.note ?? null) : null;
}
