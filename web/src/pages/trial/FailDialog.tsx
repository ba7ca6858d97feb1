import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { TrialDetail } from "../../api/types";
import { useWrite } from "../../api/write";
import { ManageDialog } from "../../manage/ManageDialog";

interface Props {
  readonly trial: Pick<TrialDetail, "trial_id" | "number">;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function FailDialog({ trial, onDone, onClose }: Props): ReactNode {
  const { trial_id, number } = trial;
  const { mutate, error, isPending } = useWrite(onDone);
  const fail = () =>
    mutate({ method: "POST", path: `/api/trials/${trial_id}/tell`, body: { state: "Fail" } });
  return (
    <ManageDialog
      title={`Mark trial ${number} as failed?`}
      action={isPending ? "Marking…" : "Mark as failed"}
      isDangerous
      canSend
      isSending={isPending}
      error={error}
      onSend={fail}
      onClose={onClose}
    >
      <Typography>
        It ends without a value, and cannot be told one later. A program that still works on it is
        not stopped; its result is then refused.
      </Typography>
    </ManageDialog>
  );
}
