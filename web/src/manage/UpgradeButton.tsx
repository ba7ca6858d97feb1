import PublishedWithChangesIcon from "@mui/icons-material/PublishedWithChanges";
import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useRef, useState } from "react";
import type { SchemaUpgrade, SourceInfo } from "../api/types";
import { UpgradeDialog } from "./UpgradeDialog";
import { useFocusBack } from "./useFocusBack";

const WHY =
  "This file has the schema of an older Optuna: it is shown, but nothing is written to it until it is upgraded.";

/** Brings a file of an older Optuna up to date in its place, where the server can. */
export function UpgradeButton({
  source,
}: {
  readonly source: Pick<SourceInfo, "index" | "label" | "upgrade">;
}): ReactNode {
  // What was asked for stays on screen when the file, upgraded, has no upgrade any more.
  const [asked, setAsked] = useState<SchemaUpgrade | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(asked !== null, button);
  const { upgrade } = source;
  return (
    <>
      {upgrade && (
        <Tooltip title={WHY}>
          <Button
            ref={button}
            size="small"
            startIcon={<PublishedWithChangesIcon />}
            aria-label={`Upgrade ${source.label}`}
            aria-haspopup="dialog"
            onClick={() => setAsked(upgrade)}
          >
            Upgrade…
          </Button>
        </Tooltip>
      )}
      {asked && <UpgradeDialog source={source} upgrade={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
