import LinearProgress from "@mui/material/LinearProgress";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { SchemaUpgrade, SourceInfo, UpgradedSource } from "../api/types";
import { useWrite } from "../api/write";
import { DoneDialog } from "./DoneDialog";
import { ManageDialog } from "./ManageDialog";

/** A place on a disk has no spaces to break at. */
const Place = styled("code")({ overflowWrap: "anywhere" });

interface Props {
  readonly source: Pick<SourceInfo, "index" | "label">;
  readonly upgrade: SchemaUpgrade;
  readonly onClose: () => void;
}

export function UpgradeDialog({ source, upgrade, onClose }: Props): ReactNode {
  const { mutate, data, error, isPending } = useWrite();
  if (data !== undefined) {
    const { backup } = data as UpgradedSource;
    return (
      <DoneDialog title={`${source.label} is upgraded`} onClose={onClose}>
        <Typography>
          The file as it was is kept as <Place>{backup}</Place>.
        </Typography>
      </DoneDialog>
    );
  }
  return (
    <ManageDialog
      title={`Upgrade ${source.label}?`}
      action={isPending ? "Upgrading…" : "Upgrade"}
      canSend
      isSending={isPending}
      error={error}
      onSend={() => mutate({ method: "POST", path: `/api/sources/${source.index}/upgrade` })}
      onClose={onClose}
    >
      <Typography>
        Optuna upgrades the file in its place, to the schema of today. Its studies and trials stay,
        and can be changed afterwards.
      </Typography>
      <Typography component="ul" sx={{ pl: 3, mb: 0 }}>
        <li>
          First, the file as it is now is copied to <Place>{upgrade.backup}</Place>, beside it.
        </li>
        <li>
          Programs with an Optuna older than {upgrade.oldest_optuna} cannot use the file any more.
          End those that write to it before.
        </li>
        <li>If something goes wrong, the file stays as it is.</li>
      </Typography>
      {isPending && <LinearProgress aria-label="Upgrading the file" sx={{ mt: 2 }} />}
    </ManageDialog>
  );
}
