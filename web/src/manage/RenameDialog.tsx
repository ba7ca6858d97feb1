import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import type { StudySummary } from "../api/types";
import { useWrite } from "../api/write";
import { paths } from "../app/paths";
import { ManageDialog } from "./ManageDialog";

interface Props {
  readonly study: Pick<StudySummary, "study_id" | "study_name">;
  readonly onClose: () => void;
}

export function RenameDialog({ study, onClose }: Props): ReactNode {
  const [name, setName] = useState(study.study_name);
  const navigate = useNavigate();
  const { mutate, error, isPending } = useWrite((answer) => {
    onClose();
    // Some storages can only copy a study, which then has another id.
    const { study_id } = answer as StudySummary;
    if (study_id !== study.study_id) return navigate(paths.study(study_id), { replace: true });
  });
  const rename = () =>
    mutate({
      method: "POST",
      path: `/api/studies/${study.study_id}/rename`,
      body: { study_name: name.trim() },
    });
  return (
    <ManageDialog
      title="Rename the study"
      action={isPending ? "Renaming…" : "Rename"}
      canSend={name.trim() !== "" && name.trim() !== study.study_name}
      isSending={isPending}
      error={error}
      onSend={rename}
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        margin="dense"
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        helperText="Programs that load the study by its name must be changed, too."
      />
    </ManageDialog>
  );
}
