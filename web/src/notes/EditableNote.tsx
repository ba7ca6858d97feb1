import EditIcon from "@mui/icons-material/Edit";
import Button from "@mui/material/Button";
import { type ReactNode, useEffect, useRef } from "react";
import type { Note } from "../api/types";
import { NoteEditor } from "./NoteEditor";
import { useDraft } from "./useDraft";

interface Props {
  readonly note: Note;
  /** Where the note is written to. */
  readonly path: string;
  /** The note as it is read. */
  readonly children: ReactNode;
}

/** A note that can be written here. */
export function EditableNote({ note, path, children }: Props): ReactNode {
  const editing = useDraft(path, note);
  const button = useRef<HTMLButtonElement>(null);
  const isEmpty = !note.body.trim();
  const isWriting = editing.draft !== undefined;
  const wasWriting = useRef(false);
  useEffect(() => {
    if (wasWriting.current && !isWriting) button.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  if (editing.draft) {
    return <NoteEditor editing={editing} draft={editing.draft} />;
  }
  return (
    <>
      {!isEmpty && children}
      <Button
        ref={button}
        size="small"
        startIcon={<EditIcon />}
        onClick={editing.start}
        sx={{ mt: isEmpty ? 0 : 1 }}
      >
        {isEmpty ? "Write a note" : "Edit the note"}
      </Button>
    </>
  );
}
