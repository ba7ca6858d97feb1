import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useStudyOverview } from "../../api/hooks";
import type { Form, StudyOverview } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { usePageTitle } from "../../app/usePageTitle";
import { Empty } from "../../components/Empty";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { plural } from "../../format/numbers";
import { studyTitle } from "../../format/states";
import { Page } from "../study/pageStyles";
import { useStudyId } from "../study/studyId";
import { JudgedTrial } from "./JudgedTrial";
import { useQueue } from "./useQueue";

/** The trials that wait for a person's judgement, one after the other. */
export default function JudgePage(): ReactNode {
  const { data, error } = useStudyOverview(useStudyId());
  const mayWrite = useMayWrite(data?.source);
  usePageTitle(data ? `Judge ${studyTitle(data.study_name)}` : "Judge");
  if (error && !data) {
    return (
      <Page>
        <ErrorCard title="This study could not be read" error={error} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page>
        <BlockSkeleton height={400} />
      </Page>
    );
  }
  if (data.form && mayWrite) return <Queue study={data} form={data.form} />;
  return (
    <Page>
      <Typography variant="h1">Judge</Typography>
      {data.form ? (
        <Empty title="Nothing can be written to this study here" />
      ) : (
        <Empty title="Nobody is asked about the trials of this study">
          A program asks with <code>register_objective_form_widgets</code> or{" "}
          <code>register_user_attr_form_widgets</code>.
        </Empty>
      )}
    </Page>
  );
}

interface Props {
  readonly study: StudyOverview;
  readonly form: Form;
}

function Queue({ study, form }: Props): ReactNode {
  const queue = useQueue(study, form);
  const { waiting, shown, error, judged } = queue;
  return (
    <Page style={{ gap: 16 }}>
      <header>
        <Typography variant="h1">Judge</Typography>
        <Typography color="textSecondary" role="status">
          {judged !== null && `Trial ${judged} is judged. `}
          {waiting && `${plural(waiting.length, "trial waits", "trials wait")}.`}
        </Typography>
        {shown !== undefined && (
          <Typography variant="caption" color="textSecondary" component="p">
            Enter sends the answers, and the next trial comes.
          </Typography>
        )}
      </header>
      {error && !waiting ? (
        <ErrorCard title="The trials could not be listed" error={error} />
      ) : shown !== undefined ? (
        <JudgedTrial study={study} form={form} number={shown} queue={queue} />
      ) : waiting ? (
        <Empty title="No trial waits for you">
          {form.output_type === "objective"
            ? "Running trials appear here until they have their values."
            : "Running and waiting trials appear here until they have their answers."}
        </Empty>
      ) : (
        <BlockSkeleton height={400} />
      )}
    </Page>
  );
}
