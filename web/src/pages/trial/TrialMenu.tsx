import MoreVertIcon from "@mui/icons-material/MoreVert";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useRef, useState } from "react";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { visuallyHidden } from "../../components/visuallyHidden";
import { useFocusBack } from "../../manage/useFocusBack";
import { FailDialog } from "./FailDialog";

interface Props {
  readonly trial: Pick<TrialDetail, "trial_id" | "number" | "state">;
  readonly study: Pick<StudyOverview, "source">;
}

/** What can be done to a trial, where its storage can be written to. */
export function TrialMenu({ trial, study }: Props): ReactNode {
  const mayWrite = useMayWrite(study.source);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<"menu" | "fail" | null>(null);
  const [failed, setFailed] = useState<number | null>(null);
  useFocusBack(shown === "fail", button);
  const close = () => setShown(null);
  const { number, state } = trial;
  return (
    <>
      {mayWrite && state === "Running" && (
        <IconButton
          ref={button}
          aria-label={`More for trial ${number}`}
          aria-haspopup="menu"
          onClick={() => setShown("menu")}
        >
          <MoreVertIcon />
        </IconButton>
      )}
      <Menu open={shown === "menu"} anchorEl={() => button.current} onClose={close}>
        <MenuItem onClick={() => setShown("fail")}>Mark as failed…</MenuItem>
      </Menu>
      {shown === "fail" && (
        <FailDialog
          trial={trial}
          onClose={close}
          onDone={() => {
            setFailed(number);
            close();
          }}
        />
      )}
      <span role="status" style={visuallyHidden}>
        {failed !== null && `Trial ${failed} is marked as failed.`}
      </span>
    </>
  );
}
