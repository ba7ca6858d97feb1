import CloseIcon from "@mui/icons-material/Close";
import LeftIcon from "@mui/icons-material/KeyboardArrowLeft";
import RightIcon from "@mui/icons-material/KeyboardArrowRight";
import IconButton from "@mui/material/IconButton";
import Skeleton from "@mui/material/Skeleton";
import type { ReactNode } from "react";
import type { TrialDetail } from "../../api/types";
import { StateChip } from "../../components/StateChip";
import { TrialLink } from "../../components/TrialLink";
import { TrialHead } from "./compareStyles";

export interface ComparedHeadProps {
  readonly studyId: number;
  readonly number: number;
  /** Undefined while it is on its way, or if there is none. */
  readonly trial: TrialDetail | undefined;
  readonly error: Error | null;
  readonly onRemove: () => void;
  /** Undefined at the ends. */
  readonly onMoveLeft: (() => void) | undefined;
  readonly onMoveRight: (() => void) | undefined;
}

/** The trial of a column, with what moves or removes it. */
export function ComparedHead(props: ComparedHeadProps): ReactNode {
  const { studyId, number, trial, error } = props;
  return (
    <TrialHead scope="col">
      <div style={{ display: "flex", alignItems: "center", marginRight: -8 }}>
        <b style={{ marginRight: "auto", whiteSpace: "nowrap" }}>
          <TrialLink studyId={studyId} number={number}>
            Trial {number}
          </TrialLink>
          {trial?.is_best && " ★"}
        </b>
        <Action label={`Move trial ${number} to the left`} onClick={props.onMoveLeft}>
          <LeftIcon />
        </Action>
        <Action label={`Move trial ${number} to the right`} onClick={props.onMoveRight}>
          <RightIcon />
        </Action>
        <Action label={`Remove trial ${number}`} onClick={props.onRemove}>
          <CloseIcon />
        </Action>
      </div>
      {error ? (
        <span role="alert">{error.message}</span>
      ) : trial ? (
        <StateChip state={trial.state} />
      ) : (
        <Skeleton width={80} />
      )}
    </TrialHead>
  );
}

interface ActionProps {
  readonly label: string;
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}

function Action({ label, onClick, children }: ActionProps): ReactNode {
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      disabled={!onClick}
      {...(onClick ? { onClick } : {})}
      sx={{ p: 0.25, "& svg": { fontSize: 18 } }}
    >
      {children}
    </IconButton>
  );
}
