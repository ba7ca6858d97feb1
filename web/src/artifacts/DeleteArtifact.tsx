import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { Artifact } from "../api/types";
import { useWrite } from "../api/write";
import { ManageDialog } from "../manage/ManageDialog";
import { type ArtifactPlace, writePath } from "./place";

interface Props {
  readonly artifact: Artifact;
  readonly place: ArtifactPlace;
  readonly onClose: () => void;
}

export function DeleteArtifact({ artifact, place, onClose }: Props): ReactNode {
  const { mutate, error, isPending } = useWrite();
  const path = writePath(place, artifact.artifact_id);
  return (
    <ManageDialog
      title="Delete the file?"
      action={isPending ? "Deleting…" : "Delete"}
      isDangerous
      canSend
      isSending={isPending}
      error={error}
      onSend={() => mutate({ method: "DELETE", path }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography sx={{ overflowWrap: "anywhere" }}>
        <strong>{artifact.filename}</strong> is deleted from the artifact store. This cannot be
        undone.
      </Typography>
    </ManageDialog>
  );
}
