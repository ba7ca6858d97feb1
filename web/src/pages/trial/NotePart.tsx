import type { ReactNode } from "react";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { NoteText } from "../../components/NoteText";
import { EditableNote } from "../../notes/EditableNote";
import { Part } from "./Part";

interface Props {
  readonly trial: TrialDetail;
  readonly study: StudyOverview;
}

/** What a person wrote about the trial. */
export function NotePart({ trial, study }: Props): ReactNode {
  const mayWrite = useMayWrite(study.source);
  const { note, trial_id } = trial;
  if (!note.body.trim() && !mayWrite) return null;
  const path = `/api/studies/${study.study_id}/${trial_id}/note`;
  return (
    <Part title="Note">
      {mayWrite ? (
        <EditableNote key={path} note={note} path={path}>
          {({ body }) => <NoteText text={body} />}
        </EditableNote>
      ) : (
        <NoteText text={note.body} />
      )}
    </Part>
  );
}
