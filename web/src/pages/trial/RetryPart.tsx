import ReplayIcon from "@mui/icons-material/Replay";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import type { NewTrial, StudyOverview, TrialDetail } from "../../api/types";
import { useMayWrite, useWrite } from "../../api/write";
import { paths } from "../../app/paths";
import { useKeptFilter } from "../../selection/filterUrl";

const Line = styled("div")(({ theme }) => ({
  marginTop: theme.spacing(1),
  "&:empty": { display: "none" },
}));

interface Props {
  readonly trial: Pick<TrialDetail, "number" | "state">;
  readonly study: Pick<StudyOverview, "study_id" | "source">;
}

/** Has a program run a failed trial once more, where its storage can be written to. */
export function RetryPart({ trial, study }: Props): ReactNode {
  const { number, state } = trial;
  const { study_id, source } = study;
  const mayWrite = useMayWrite(source);
  const keep = useKeptFilter();
  const { mutate, data, error, isPending } = useWrite();
  const retry = () =>
    mutate({ method: "POST", path: `/api/studies/${study_id}/trials/${number}/retry` });
  const made = data as NewTrial | undefined;
  if (state !== "Fail" || !mayWrite) return null;
  return (
    <>
      {!made && (
        <Button
          size="small"
          startIcon={<ReplayIcon />}
          title="Enqueue a trial with the same parameters; the next program that runs takes it"
          aria-disabled={isPending}
          onClick={() => !isPending && retry()}
          sx={{ mt: 0.5, ml: -0.5 }}
        >
          {isPending ? "Enqueuing…" : "Retry"}
        </Button>
      )}
      <Line role="status">
        {made && (
          <Alert severity="success" role="presentation">
            <Link
              component={RouterLink}
              // The button that had the focus is gone.
              ref={(link: HTMLAnchorElement | null) => link?.focus()}
              underline="always"
              to={keep(paths.trial(study_id, made.number))}
            >
              Trial {made.number}
            </Link>{" "}
            waits to be run in its place.
          </Alert>
        )}
      </Line>
      {error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {error.message}
        </Alert>
      )}
    </>
  );
}
