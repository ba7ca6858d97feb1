import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { figurePath, queryKey, useStudyOverview } from "../api/hooks";
import type { FigureInfo, FigureList } from "../api/types";
import { useMayWrite, useWrite } from "../api/write";
import { ManageDialog } from "../manage/ManageDialog";
import { useFocusBack } from "../manage/useFocusBack";
import { savedPath } from "./saved";

interface Props {
  readonly studyId: number;
  readonly figure: Pick<FigureInfo, "name" | "title">;
}

/** Deletes a figure that a program saved, where the storage of its study can be written to. */
export function DeleteSaved({ studyId, figure }: Props): ReactNode {
  const { data: study } = useStudyOverview(studyId);
  // Until it is known which storage that is, nothing is offered.
  return study ? <Deleter studyId={studyId} figure={figure} source={study.source} /> : null;
}

function Deleter({ studyId, figure, source }: Props & { readonly source: number }): ReactNode {
  const { name, title } = figure;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useFocusBack(isOpen, button);
  const mayWrite = useMayWrite(source);
  const client = useQueryClient();
  const { mutate, error, isPending } = useWrite(() => {
    // At once: what follows changes would ask for the figure again as long as it is shown.
    client.setQueryData<FigureList>(queryKey(`/api/studies/${studyId}/figures`), (list) =>
      list ? { figures: list.figures.filter((one) => one.name !== name) } : list,
    );
  });
  if (!mayWrite) return null;
  const close = () => setOpen(false);
  const remove = () =>
    mutate(
      { method: "DELETE", path: savedPath(studyId, name), gone: figurePath(studyId, name) },
      { onSuccess: close },
    );
  return (
    <>
      <Tooltip title="Delete">
        <IconButton
          ref={button}
          aria-label={`Delete ${title}`}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {isOpen && (
        <ManageDialog
          title="Delete the figure?"
          action={isPending ? "Deleting…" : "Delete"}
          isDangerous
          canSend
          isSending={isPending}
          error={error}
          onSend={remove}
          onClose={close}
        >
          <Typography sx={{ overflowWrap: "anywhere" }}>
            <strong>{title}</strong>, which a program saved with this study, is deleted from the
            storage. This cannot be undone.
          </Typography>
        </ManageDialog>
      )}
    </>
  );
}
