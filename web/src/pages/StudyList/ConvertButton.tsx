import UpgradeIcon from "@mui/icons-material/Upgrade";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { downloadFile } from "../../api/download";
import type { SourceInfo } from "../../api/types";
import { useHost } from "../../hosts/context";
import { DoneDialog } from "../../manage/DoneDialog";
import { useFocusBack } from "../../manage/useFocusBack";

const WHY =
  "Save a copy that today's Optuna opens, with multi-objective studies that it knows as such. The file itself stays as it is.";

/** Saves a file of an old release of Optuna as one of today's, and tells what is not in it. */
export function ConvertButton({
  source,
}: {
  readonly source: Pick<SourceInfo, "index" | "label">;
}): ReactNode {
  const host = useHost();
  const { mutate, reset, data, isPending, error } = useMutation({
    mutationFn: async () =>
      warningsIn(await downloadFile(host, `/api/sources/${source.index}/migrated`)),
    networkMode: "always",
  });
  const button = useRef<HTMLButtonElement>(null);
  const hasWarnings = data !== undefined && data.length > 0;
  useFocusBack(hasWarnings, button);
  return (
    <>
      <Tooltip title={WHY}>
        <span>
          <Button
            ref={button}
            size="small"
            startIcon={<UpgradeIcon />}
            disabled={isPending}
            aria-label={`Convert ${source.label}`}
            onClick={() => mutate()}
          >
            {isPending ? "Converting…" : "Convert"}
          </Button>
        </span>
      </Tooltip>
      {error && <Alert severity="error">{error.message}</Alert>}
      {hasWarnings && (
        <DoneDialog title={`${source.label} is converted`} onClose={reset}>
          <Typography>The copy is saved. What is to be known of it:</Typography>
          <Typography component="ul" sx={{ pl: 3, mb: 0, overflowWrap: "anywhere" }}>
            {data.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </Typography>
        </DoneDialog>
      )}
    </>
  );
}

/** What the core tells of a file that it converted. */
function warningsIn(headers: Headers): readonly string[] {
  return JSON.parse(headers.get("Migration-Warnings") ?? "[]") as string[];
}
