import CloseIcon from "@mui/icons-material/Close";
import StorageIcon from "@mui/icons-material/Storage";
import WarningAmberIcon from "@mui/icons-material/WarningAmber";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import type { SourceInfo } from "../../api/types";
import { plural } from "../../format/numbers";
import { useHost, useHostState } from "../../hosts/context";
import { UpgradeButton } from "../../manage/UpgradeButton";
import { ConvertButton } from "./ConvertButton";

interface Props {
  readonly sources: readonly SourceInfo[];
}

/** What is open, and what its reader had to say about it. */
export function SourceBar({ sources }: Props): ReactNode {
  // Warnings show until they are put away; the button beside the name brings them back.
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  return (
    <Box component="section" aria-label="Open files" sx={{ mb: 2 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: "wrap", columnGap: 3, rowGap: 0.5 }}>
        {sources.map((source) => (
          <Source key={source.index} source={source} onWarnings={() => toggle(source.index)} />
        ))}
      </Stack>
      {sources
        .filter(({ index, warnings }) => warnings.length > 0 && !hidden.has(index))
        .map((source) => (
          <Warnings key={source.index} source={source} onClose={() => toggle(source.index)} />
        ))}
    </Box>
  );
}

interface SourceProps {
  readonly source: SourceInfo;
  readonly onWarnings: () => void;
}

function Source({ source, onWarnings }: SourceProps): ReactNode {
  const host = useHost();
  const { files } = useHostState();
  const file =
    host.capabilities.openFiles &&
    files.find(({ fate }) => fate.status === "open" && fate.source === source.index);
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{
        alignItems: "center",
        flexWrap: "wrap",
        gap: 0.75,
        minHeight: 32,
        "& button": { whiteSpace: "nowrap" },
      }}
    >
      <StorageIcon sx={{ fontSize: 16, color: "text.secondary" }} />
      <Typography variant="body2">{source.label}</Typography>
      <Typography variant="body2" color="textSecondary">
        {plural(source.n_studies, "study", "studies")}
      </Typography>
      {source.warnings.length > 0 && (
        <Button size="small" color="warning" startIcon={<WarningAmberIcon />} onClick={onWarnings}>
          {plural(source.warnings.length, "warning")}
        </Button>
      )}
      {source.needs_migration && <ConvertButton source={source} />}
      <UpgradeButton source={source} />
      {file && (
        <IconButton
          size="small"
          aria-label={`Close ${source.label}`}
          onClick={() => void host.close(file.id)}
        >
          <CloseIcon sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Stack>
  );
}

function Warnings({
  source,
  onClose,
}: {
  readonly source: SourceInfo;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Alert severity="warning" variant="outlined" onClose={onClose} sx={{ mt: 1 }}>
      {source.warnings.map((warning) => (
        <Box key={warning}>
          {warning.includes(source.label) ? warning : `${source.label}: ${warning}`}
        </Box>
      ))}
    </Alert>
  );
}
