import PauseIcon from "@mui/icons-material/Pause";
import PlayArrowIcon from "@mui/icons-material/PlayArrow";
import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import { type ReactNode, useState } from "react";
import { formatCount } from "../format/numbers";
import { useFollowing } from "./useFollowing";

const Label = styled("span")(({ theme }) => ({
  [theme.breakpoints.down("sm")]: { display: "none" },
}));
const Dot = styled("span")({
  flex: "none",
  width: 8,
  height: 8,
  borderRadius: "50%",
  background: "var(--mui-palette-success-main)",
  "[data-live=paused] &": { background: "var(--mui-palette-text-disabled)" },
  "[data-live=lost] &": { background: "var(--mui-palette-error-main)" },
});

const TEXTS = {
  live: "Live",
  paused: "Paused",
  lost: "No answer",
} as const;

/** Says whether changes of the studies are followed, and stops and resumes that. */
export function LiveSwitch(): ReactNode {
  const [isPaused, setPaused] = useState(false);
  const { changedAt, isLost } = useFollowing(isPaused);
  const [openedAt, setOpenedAt] = useState(0);
  const state = isPaused ? "paused" : isLost ? "lost" : "live";
  return (
    <Tooltip
      title={explain(state, changedAt === null ? null : openedAt - changedAt)}
      onOpen={() => setOpenedAt(Date.now())}
    >
      <Button
        size="small"
        color="inherit"
        data-live={state}
        aria-label={`${TEXTS[state]}: ${isPaused ? "follow changes again" : "pause following changes"}`}
        onClick={() => setPaused(!isPaused)}
        startIcon={isPaused ? <PlayArrowIcon /> : <PauseIcon />}
        sx={{ gap: 0.75, minWidth: 0 }}
      >
        <Dot aria-hidden />
        <Label role={isLost ? "status" : undefined}>{TEXTS[state]}</Label>
      </Button>
    </Tooltip>
  );
}

function explain(state: keyof typeof TEXTS, age: number | null): string {
  if (state === "paused") return "Changes are not looked for. Click to follow them again.";
  if (state === "lost") return "The server does not answer. It is asked again and again.";
  if (age === null) return "Changes are shown as they come; there was none yet. Click to pause.";
  const seconds = Math.max(0, Math.round(age / 1000));
  return `Changes are shown as they come, the last one ${formatCount(seconds)} s ago. Click to pause.`;
}
