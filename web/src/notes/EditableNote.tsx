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
  readonly children: (note: Note) => ReactNode;
}

/** A note that can be written here. */
export function EditableNote({ note: shown, path, children }: Props): ReactNode {
  const editing = useDraft(path, shown);
  const { note } = editing;
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
      {!isEmpty && children(note)}
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
