import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { NoteText } from "../components/NoteText";
import { type Draft, isChanged } from "./drafts";
import { NoteConflict } from "./NoteConflict";
import type { Editing } from "./useDraft";

interface Props {
  readonly editing: Editing;
  readonly draft: Draft;
}

/** Markdown is written on one tab and seen on the other. */
export function NoteEditor({ editing, draft }: Props): ReactNode {
  const [tab, setTab] = useState<"write" | "preview">("write");
  const [asks, setAsks] = useState(false);
  const id = useId();
  const { theirs, error, isSaving } = editing;
  const canSave = !isSaving && theirs === null && isChanged(draft);
  const leave = () => (isChanged(draft) ? setAsks(true) : editing.end());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (canSave) editing.save();
  };
  return (
    <Stack spacing={1}>
      <Tabs value={tab} onChange={(_, value: "write" | "preview") => setTab(value)}>
        <Tab value="write" label="Write" id={`${id}-write`} aria-controls={`${id}-panel`} />
        <Tab value="preview" label="Preview" id={`${id}-preview`} aria-controls={`${id}-panel`} />
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {tab === "write" ? (
          <TextField
            autoFocus
            fullWidth
            multiline
            minRows={6}
            maxRows={24}
            value={draft.text}
            onChange={(event) => {
              setAsks(false);
              if (!isSaving) editing.change(event.target.value);
            }}
            onKeyDown={onKeyDown}
            slotProps={{
              htmlInput: {
                "aria-label": "Text of the note, in Markdown",
                style: { fontFamily: "var(--mui-font-code, monospace)", fontSize: "0.875rem" },
              },
            }}
          />
        ) : (
          <NoteText text={draft.text || "*Nothing is written yet.*"} />
        )}
      </div>
      {theirs && (
        <NoteConflict
          theirs={theirs}
          mine={draft.text}
          onMine={() => editing.save(theirs)}
          onTheirs={editing.end}
        />
      )}
      {error && !theirs && <Alert severity="error">{error.message}</Alert>}
      {asks && (
        <Alert
          severity="warning"
          action={
            <>
              <Button color="inherit" size="small" onClick={editing.end}>
                Discard
              </Button>
              <Button color="inherit" size="small" onClick={() => setAsks(false)}>
                Keep writing
              </Button>
            </>
          }
        >
          What you wrote is not saved.
        </Alert>
      )}
      <Stack direction="row" sx={{ alignItems: "center", flexWrap: "wrap", gap: 1 }}>
        <Button variant="contained" size="small" disabled={!canSave} onClick={() => editing.save()}>
          {isSaving ? "Saving…" : "Save"}
        </Button>
        <Button size="small" disabled={isSaving} onClick={leave}>
          Cancel
        </Button>
        <Typography variant="body2" color="textSecondary">
          Markdown; Ctrl+Enter saves
        </Typography>
      </Stack>
    </Stack>
  );
}
