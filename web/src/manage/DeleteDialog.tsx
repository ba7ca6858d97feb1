import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { useMeta } from "../api/hooks";
import type { StudySummary } from "../api/types";
import { useWrite } from "../api/write";
import { paths } from "../app/paths";
import { plural } from "../format/numbers";
import { studyTitle } from "../format/states";
import { drafts } from "../notes/drafts";
import { ManageDialog } from "./ManageDialog";

/** With so many trials, a name must be typed: they took long to make. */
const MANY_TRIALS = 10;

interface Props {
  readonly study: Pick<StudySummary, "study_id" | "study_name" | "n_trials">;
  readonly onClose: () => void;
}

export function DeleteDialog({ study, onClose }: Props): ReactNode {
  const { study_id, study_name, n_trials } = study;
  const [typed, setTyped] = useState("");
  const [withArtifacts, setWithArtifacts] = useState(true);
  const { data: meta } = useMeta();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useWrite(() => {
    drafts.drop(`/api/studies/${study_id}`);
    return navigate(paths.home(), { replace: true });
  });
  const mustType = n_trials >= MANY_TRIALS && study_name.trim() !== "";
  const remove = () =>
    mutate({
      method: "DELETE",
      path: `/api/studies/${study_id}`,
      body: { remove_associated_artifacts: withArtifacts },
    });
  return (
    <ManageDialog
      title="Delete the study?"
      action={isPending ? "Deleting…" : "Delete"}
      isDangerous
      canSend={!mustType || asShown(typed) === asShown(study_name)}
      isSending={isPending}
      error={error}
      onSend={remove}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: "anywhere" }}>
        <strong>{studyTitle(study_name)}</strong> and its {plural(n_trials, "trial")} are deleted
        from the storage. This cannot be undone.
      </Typography>
      {meta?.artifact_is_available && (
        <FormControlLabel
          control={
            <Checkbox
              checked={withArtifacts}
              onChange={(event) => setWithArtifacts(event.target.checked)}
            />
          }
          label="Delete its artifacts, too"
        />
      )}
      {mustType && (
        <TextField
          autoFocus
          fullWidth
          size="small"
          sx={{ mt: 2 }}
          label="Type the name of the study"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </ManageDialog>
  );
}

/** A page shows blanks and line breaks as one blank, and none around a name. */
function asShown(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}
