import ChevronLeftIcon from "@mui/icons-material/ChevronLeft";
import ChevronRightIcon from "@mui/icons-material/ChevronRight";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";

export interface StepTargets {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** To the trial before and the one after. */
export function Steps({ previous, next }: StepTargets): ReactNode {
  return (
    <div style={{ flex: "none" }}>
      <Step label="Previous trial" keys="K or ←" onClick={previous}>
        <ChevronLeftIcon />
      </Step>
      <Step label="Next trial" keys="J or →" onClick={next}>
        <ChevronRightIcon />
      </Step>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly keys: string;
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}

function Step({ label, keys, onClick, children }: StepProps): ReactNode {
  return (
    <Tooltip title={`${label} (${keys})`}>
      {/* A disabled button gives no events for the tooltip; this span does. */}
      <span>
        <IconButton aria-label={label} disabled={!onClick} {...(onClick ? { onClick } : {})}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  );
}
