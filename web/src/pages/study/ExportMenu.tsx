import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useState } from "react";
import type { QueryParams } from "../../api/client";
import { plural } from "../../format/numbers";
import { ToolButton } from "../../table/ToolButton";
import { EXPORT_FORMATS, type Export } from "./useExport";

interface Props {
  readonly exports: Export;
  /** How many trials are listed. */
  readonly count: number;
  /** Which they are, in the parameters of the API. */
  readonly choice: QueryParams;
}

/** Saves all trials that are listed. */
export function ExportMenu({ exports, count, choice }: Props): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <ToolButton
        label="Export"
        icon={<DownloadIcon />}
        popup="menu"
        disabled={count === 0}
        loading={exports.busy !== null}
        onOpen={setAnchor}
      />
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {EXPORT_FORMATS.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(null);
              void exports.run(format, choice);
            }}
          >
            {`${plural(count, "trial")} as ${format}`}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
