import Link from "@mui/material/Link";
import { styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { useTrial } from "../../api/hooks";
import type { Form, StudyOverview, TrialDetail } from "../../api/types";
import { paths } from "../../app/paths";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { openStates } from "../../form/answers";
import { FormEditor } from "../../form/FormEditor";
import { useKeptFilter } from "../../selection/filterUrl";
import { Block, Heading } from "../study/pageStyles";
import { ArtifactPart } from "../trial/ArtifactPart";
import { FormAnswers } from "../trial/FormAnswers";
import { NotePart } from "../trial/NotePart";
import { ParamPart } from "../trial/ParamPart";
import { Part } from "../trial/Part";
import { Steps } from "../trial/Steps";
import { TrialMarks } from "../trial/TrialMarks";
import { TrialMenu } from "../trial/TrialMenu";
import { useStepKeys } from "../trial/useStepKeys";
import type { Queue } from "./useQueue";

/** What is judged beside the questions; on a narrow page before them, and its parameters after. */
const Layout = styled("div")(({ theme }) => ({
  display: "grid",
  gap: 24,
  gridTemplateColumns: "minmax(0, 1fr)",
  gridTemplateAreas: '"seen" "form" "params"',
  [theme.breakpoints.up("md")]: {
    columnGap: 40,
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    gridTemplateRows: "auto 1fr",
    gridTemplateAreas: '"seen form" "params form"',
  },
}));

interface Props {
  readonly study: StudyOverview;
  readonly form: Form;
  readonly number: number;
  readonly queue: Queue;
}

/** One trial of those that wait, with the way to the others. */
export function JudgedTrial(props: Props): ReactNode {
  const { study, number, queue } = props;
  const { data, error, isPlaceholderData } = useTrial(study.study_id, number);
  const keep = useKeptFilter();
  const waiting = queue.waiting ?? [];
  const step = (to: number | undefined) => (to === undefined ? undefined : () => queue.show(to));
  const steps = {
    previous: step(waiting.findLast((other) => other < number)),
    next: step(waiting.find((other) => other > number)),
  };
  useStepKeys(steps);
  const trial = isPlaceholderData ? undefined : data;
  return (
    <Block>
      <Heading style={{ alignItems: "center" }}>
        <Typography variant="h2" aria-live="polite">
          <Link
            component={RouterLink}
            to={keep(paths.trial(study.study_id, number))}
            color="inherit"
          >
            Trial {number}
          </Link>
        </Typography>
        <div style={{ flex: "none", display: "flex", alignItems: "center" }}>
          <Steps {...steps} />
          {trial && <TrialMenu trial={trial} study={study} />}
        </div>
      </Heading>
      {error && !trial ? (
        <ErrorCard title={`Trial ${number} could not be read`} error={error} />
      ) : trial ? (
        <Judged key={trial.trial_id} trial={trial} {...props} />
      ) : (
        <BlockSkeleton height={400} />
      )}
    </Block>
  );
}

function Judged({ trial, study, form, queue }: Props & { readonly trial: TrialDetail }): ReactNode {
  const isOpen = openStates(form).includes(trial.state);
  return (
    <>
      <div style={{ marginBottom: 16 }}>
        <TrialMarks trial={trial} several={study.directions.length > 1} />
      </div>
      <Layout>
        <div style={{ gridArea: "seen", display: "grid", gap: 24, alignContent: "start" }}>
          <NotePart trial={trial} study={study} />
          <ArtifactPart trial={trial} study={study} />
        </div>
        <div style={{ gridArea: "form", minWidth: 0 }}>
          <Part title="Form">
            {isOpen ? (
              <FormEditor
                form={form}
                trial={trial}
                labels={study.objective_labels}
                takesFocus={queue.judged !== null}
                onSent={queue.goOn}
              />
            ) : (
              <FormAnswers answers={trial.form} />
            )}
          </Part>
        </div>
        <div style={{ gridArea: "params", minWidth: 0 }}>
          <ParamPart trial={trial} />
        </div>
      </Layout>
    </>
  );
}
