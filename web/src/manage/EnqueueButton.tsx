import PlaylistAddIcon from "@mui/icons-material/PlaylistAdd";
import { type ReactNode, useState } from "react";
import type { StudyOverview } from "../api/types";
import { useMayWrite } from "../api/write";
import { ToolButton } from "../table/ToolButton";
import { EnqueueDialog } from "./EnqueueDialog";

interface Props {
  readonly study: Pick<StudyOverview, "study_id" | "source" | "param_names">;
}

/** Has a trial run with parameters of the reader's, where the storage can be written to. */
export function EnqueueButton({ study }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const mayWrite = useMayWrite(study.source);
  if (!mayWrite || study.param_names.length === 0) return null;
  return (
    <>
      <ToolButton
        label="Enqueue a trial"
        icon={<PlaylistAddIcon />}
        popup="dialog"
        onOpen={() => setOpen(true)}
      />
      {isOpen && <EnqueueDialog studyId={study.study_id} onClose={() => setOpen(false)} />}
    </>
  );
}
