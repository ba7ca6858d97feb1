import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import { type ReactNode, useRef, useState } from "react";
import { useMeta } from "../api/hooks";
import { useMayWrite } from "../api/write";
import { CreateDialog } from "./CreateDialog";
import { useFocusBack } from "./useFocusBack";

/** Makes a study without trials, for programs to fill; where a storage can be written to. */
export function NewStudyButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(isOpen, button);
  const { data } = useMeta();
  const mayWrite = useMayWrite();
  if (!mayWrite || !data) return null;
  const sources = data.sources.filter(({ why_read_only }) => why_read_only === null);
  return (
    <>
      <Button
        ref={button}
        startIcon={<AddIcon />}
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: "nowrap" }}
      >
        New study
      </Button>
      {isOpen && <CreateDialog sources={sources} onClose={() => setOpen(false)} />}
    </>
  );
}
