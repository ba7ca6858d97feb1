import CloseFullscreenIcon from "@mui/icons-material/CloseFullscreen";
import DownloadIcon from "@mui/icons-material/FileDownloadOutlined";
import HighlightAltIcon from "@mui/icons-material/HighlightAlt";
import OpenInFullIcon from "@mui/icons-material/OpenInFull";
import ZoomOutMapIcon from "@mui/icons-material/ZoomOutMap";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Stack from "@mui/material/Stack";
import ToggleButton from "@mui/material/ToggleButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { type ReactNode, type Ref, useState } from "react";
import type { BoxMode } from "./linked/useHighlight";
import type { FileFormat } from "./save";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly enlarged: boolean;
  readonly enlargeRef: Ref<HTMLButtonElement>;
  readonly onEnlarge: (enlarged: boolean) => void;
  readonly boxMode: BoxMode | null;
  readonly onResetZoom: (() => void) | undefined;
  readonly onSave: ((format: FileFormat) => Promise<unknown>) | undefined;
  /** Whether the numbers of the figure can be had as CSV. */
  readonly hasTable: boolean;
  /** A further button. */
  readonly children?: ReactNode;
}

export function FigureHeader(props: Props): ReactNode {
  const { id, title, description, enlarged, enlargeRef, boxMode } = props;
  const { onEnlarge, onResetZoom, onSave, hasTable } = props;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1 }}>
      <Typography
        id={id}
        variant="h2"
        sx={{ flex: "1 1 auto", minWidth: 0, mt: 0.5, overflowWrap: "anywhere" }}
      >
        {title}
      </Typography>
      <Stack direction="row" sx={{ mt: -0.5, mr: -0.5, ml: "auto" }}>
        {onResetZoom && (
          <Button size="small" startIcon={<ZoomOutMapIcon />} onClick={onResetZoom}>
            Reset zoom
          </Button>
        )}
        {boxMode && <BoxToggle title={title} {...boxMode} />}
        <SaveMenu title={title} onSave={onSave} hasTable={hasTable} />
        {props.children}
        <Tooltip title={enlarged ? "Back to the page" : "Full screen"}>
          <IconButton
            ref={enlargeRef}
            aria-label={enlarged ? `Close the full screen of ${title}` : `${title} in full screen`}
            onClick={() => onEnlarge(!enlarged)}
          >
            {enlarged ? (
              <CloseFullscreenIcon fontSize="small" />
            ) : (
              <OpenInFullIcon fontSize="small" />
            )}
          </IconButton>
        </Tooltip>
      </Stack>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ width: "100%" }}>
        {description}
      </Typography>
    </Box>
  );
}

/** Drags select trials instead of zooming while it is pressed. */
function BoxToggle({ title, on, set }: BoxMode & Pick<Props, "title">): ReactNode {
  return (
    <Tooltip title={on ? "Drag to zoom again" : "Drag a box around trials to select them"}>
      <ToggleButton
        size="small"
        value="box"
        selected={on}
        color="primary"
        aria-label={`Select trials in ${title} by dragging`}
        onChange={() => set(!on)}
        sx={{ height: 36, px: 1, gap: 0.5, textTransform: "none", border: 0 }}
      >
        <HighlightAltIcon fontSize="small" />
        Select
      </ToggleButton>
    </Tooltip>
  );
}

const FORMATS: Readonly<Record<FileFormat, string>> = {
  png: "Picture (PNG)",
  svg: "Drawing (SVG)",
  json: "Figure (Plotly JSON)",
  csv: "Numbers (CSV)",
};

type SaveMenuProps = Pick<Props, "title" | "onSave" | "hasTable">;

function SaveMenu({ title, onSave, hasTable }: SaveMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [failure, setFailure] = useState("");
  const choose = (format: FileFormat) => {
    setAnchor(null);
    setFailure("");
    onSave?.(format).catch((error: unknown) => setFailure(`Not saved: ${String(error)}`));
  };
  return (
    <>
      {failure && (
        <Typography role="alert" variant="caption" color="error" sx={{ alignSelf: "center" }}>
          {failure}
        </Typography>
      )}
      <Tooltip title="Save">
        <span>
          <IconButton
            aria-label={`Save ${title}`}
            aria-haspopup="menu"
            disabled={!onSave}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            <DownloadIcon fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(Object.keys(FORMATS) as FileFormat[])
          .filter((format) => hasTable || format !== "csv")
          .map((format) => (
            <MenuItem key={format} onClick={() => choose(format)}>
              {FORMATS[format]}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
