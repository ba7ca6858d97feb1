import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { StateChip } from "../components/StateChip";
import { STATE_NAMES } from "../format/states";
import { useHost } from "../hosts/context";
import { JUMP_KEYS } from "./keys";

const Terms = styled("dl")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "max-content 1fr",
  columnGap: theme.spacing(3),
  rowGap: theme.spacing(0.75),
  margin: theme.spacing(1, 0, 3),
  fontSize: "0.875rem",
  "& dd": { margin: 0, color: "var(--mui-palette-text-secondary)" },
}));

const STATE_HELP = {
  Complete: "The objective returned its value or values.",
  Pruned: "Stopped early, because its intermediate values were not promising.",
  Running: "Not finished when the file was read.",
  Waiting: "Enqueued, not yet started.",
  Fail: "The objective raised an error or returned no valid value.",
  Unknown: "In a state that this version does not know.",
} as const;

/** What the signs mean, which keys there are, what opens. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { capabilities } = useHost();
  const title = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <DialogTitle id={title}>Help</DialogTitle>
      <DialogContent>
        <Typography variant="h3">States of a trial</Typography>
        <Terms>
          {STATE_NAMES.map((state) => (
            <Term key={state} term={<StateChip state={state} />}>
              {STATE_HELP[state]}
            </Term>
          ))}
        </Terms>
        <Typography variant="h3">Signs</Typography>
        <Terms>
          <Term term="↓ and ↑">The objective is minimized, or maximized.</Term>
          <Term term="Best">
            The best complete trial that violates no constraint. With several objectives: how many
            trials no other one beats in all of them.
          </Term>
          <Term term="Times">
            Optuna 5 writes UTC, shown in the time zone of your settings. Older releases write the
            local time of their machine without saying which; it is shown as written.
          </Term>
        </Terms>
        <Typography variant="h3">Keys</Typography>
        <Terms>
          <Term term={<kbd>{JUMP_KEYS}</kbd>}>Jump to a study, a page or a trial number.</Term>
          <Term
            term={
              <>
                <kbd>Shift</kbd> + click
              </>
            }
          >
            In the list of studies: choose all from the last chosen study to this one.
          </Term>
        </Terms>
        {capabilities.openFiles && (
          <>
            <Typography variant="h3">What opens</Typography>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              SQLite files of any Optuna release, together with their <code>-wal</code> file if
              there is one, and journal logs. Drop them anywhere on the page. They are read in this
              tab and never sent.
            </Typography>
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ justifyContent: "space-between", pl: 3 }}>
        <Typography variant="caption" color="textSecondary">
          Optuna Dashboard {__VERSION__}
        </Typography>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

interface TermProps {
  readonly term: ReactNode;
  readonly children: ReactNode;
}

function Term({ term, children }: TermProps): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
