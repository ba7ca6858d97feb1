import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import type { Note } from "../api/types";

const Sides = styled("div")({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 260px), 1fr))",
  gap: 16,
});
const Text = styled("pre")({
  margin: 0,
  maxHeight: 320,
  overflow: "auto",
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  fontSize: "0.8125rem",
});

interface Props {
  readonly theirs: Note;
  readonly mine: string;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Two people have written the same note: both texts, side by side, and which one is to stay. */
export function NoteConflict({ theirs, mine, onMine, onTheirs }: Props): ReactNode {
  return (
    <Alert severity="warning" variant="outlined" sx={{ "& .MuiAlert-message": { width: "100%" } }}>
      <AlertTitle>Somebody has changed this note meanwhile</AlertTitle>
      <Sides>
        <Side title="Stored now" text={theirs.body} action="Keep this one" onKeep={onTheirs} />
        <Side title="Yours" text={mine} action="Replace it by yours" onKeep={onMine} />
      </Sides>
    </Alert>
  );
}

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onKeep: () => void;
}

function Side({ title, text, action, onKeep }: SideProps): ReactNode {
  const id = useId();
  return (
    <Stack component="section" aria-labelledby={id} spacing={1} sx={{ minWidth: 0 }}>
      <Typography id={id} variant="h3">
        {title}
      </Typography>
      <Text tabIndex={0}>{text || "(empty)"}</Text>
      <div>
        <Button size="small" variant="outlined" color="inherit" onClick={onKeep}>
          {action}
        </Button>
      </div>
    </Stack>
  );
}
