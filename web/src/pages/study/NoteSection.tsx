import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Note, StudyOverview } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { NoteText } from "../../components/NoteText";
import { EditableNote } from "../../notes/EditableNote";
import { Section } from "./Section";

/** A long note must not hide that there are figures below it. */
const Scroll = styled("div")({ maxHeight: 420, overflow: "auto" });

/** What a person wrote about the study. */
export function NoteSection({ study }: { readonly study: StudyOverview }): ReactNode {
  const mayWrite = useMayWrite(study.source);
  const { note, study_id } = study;
  if (!note.body.trim() && !mayWrite) return null;
  const text = ({ body }: Note) => (
    <Scroll role="group" aria-label="Text of the note" tabIndex={0}>
      <NoteText text={body} />
    </Scroll>
  );
  return (
    <Section title="Note" name="note">
      {mayWrite ? (
        <EditableNote key={study_id} note={note} path={`/api/studies/${study_id}/note`}>
          {text}
        </EditableNote>
      ) : (
        text(note)
      )}
    </Section>
  );
}
