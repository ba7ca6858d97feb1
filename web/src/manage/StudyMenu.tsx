import MoreVertIcon from "@mui/icons-material/MoreVert";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useRef, useState } from "react";
import type { StudySummary } from "../api/types";
import { useMayWrite } from "../api/write";
import { DeleteDialog } from "./DeleteDialog";
import { RenameDialog } from "./RenameDialog";
import { useFocusBack } from "./useFocusBack";

interface Props {
  readonly study: Pick<StudySummary, "study_id" | "study_name" | "n_trials" | "source">;
}

/** What can be done to a study as a whole, where its storage can be written to. */
export function StudyMenu({ study }: Props): ReactNode {
  const mayWrite = useMayWrite(study.source);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<"menu" | "rename" | "delete" | null>(null);
  useFocusBack(shown === "rename" || shown === "delete", button);
  if (!mayWrite) return null;
  const close = () => setShown(null);
  return (
    <>
      <IconButton
        ref={button}
        aria-label="Rename or delete the study"
        aria-haspopup="menu"
        onClick={() => setShown("menu")}
      >
        <MoreVertIcon />
      </IconButton>
      <Menu open={shown === "menu"} anchorEl={() => button.current} onClose={close}>
        <MenuItem onClick={() => setShown("rename")}>Rename…</MenuItem>
        <MenuItem onClick={() => setShown("delete")}>Delete…</MenuItem>
      </Menu>
      {shown === "rename" && <RenameDialog study={study} onClose={close} />}
      {shown === "delete" && <DeleteDialog study={study} onClose={close} />}
    </>
  );
}
