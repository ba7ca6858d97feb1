import UpgradeIcon from "@mui/icons-material/Upgrade";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { downloadFile } from "../../api/download";
import type { SourceInfo } from "../../api/types";
import { useHost } from "../../hosts/context";

const WHY =
  "Save a copy that today's Optuna opens, with multi-objective studies that it knows as such. The file itself stays as it is.";

/** Saves a file of an old release of Optuna as one of today's. */
export function ConvertButton({ source }: { readonly source: SourceInfo }): ReactNode {
  const host = useHost();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => downloadFile(host, `/api/sources/${source.index}/migrated`),
    networkMode: "always",
  });
  return (
    <>
      <Tooltip title={WHY}>
        <span>
          <Button
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
    </>
  );
}
