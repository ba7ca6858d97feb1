import Alert from "@mui/material/Alert";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { useSearchSpace } from "../api/hooks";
import type { NewTrial } from "../api/types";
import { useWrite } from "../api/write";
import { paths } from "../app/paths";
import { BlockSkeleton } from "../components/Skeletons";
import { useFormats } from "../format/useFormats";
import { EnqueueInput } from "./EnqueueInput";
import { draftOf, type EnqueueDrafts, enqueuedParams, enqueueFields, isNoNumber } from "./enqueue";
import { ManageDialog } from "./ManageDialog";

interface Props {
  readonly studyId: number;
  readonly onClose: () => void;
}

/** Asks for the parameters of a trial to come, and shows that trial then. */
export function EnqueueDialog({ studyId, onClose }: Props): ReactNode {
  const [drafts, setDrafts] = useState<EnqueueDrafts>({});
  const space = useSearchSpace(studyId);
  const fields = enqueueFields(space.data?.params ?? []);
  const formats = useFormats();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useWrite((answer) => {
    onClose();
    return navigate(paths.trial(studyId, (answer as NewTrial).number));
  });
  const enqueue = () =>
    mutate({
      method: "POST",
      path: `/api/studies/${studyId}/trials`,
      body: { params: enqueuedParams(fields, drafts) },
    });
  return (
    <ManageDialog
      title="Enqueue a trial"
      action={isPending ? "Enqueuing…" : "Enqueue"}
      canSend={
        space.isSuccess && !fields.some((field) => isNoNumber(field, draftOf(drafts, field.name)))
      }
      isSending={isPending}
      error={error}
      onSend={enqueue}
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>
        The next program that asks this study for a trial gets one with these parameters. What is
        left empty is left to its sampler.
      </Typography>
      {space.isPending && <BlockSkeleton height={120} />}
      {space.error && <Alert severity="error">{space.error.message}</Alert>}
      <Stack spacing={2} sx={{ pt: 1 }}>
        {fields.map((field) => (
          <EnqueueInput
            key={field.name}
            field={field}
            draft={draftOf(drafts, field.name)}
            formats={formats}
            onChange={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
          />
        ))}
      </Stack>
    </ManageDialog>
  );
}
