import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useNavigate, useParams } from "react-router";
import { useStudyOverview, useTrial } from "../../api/hooks";
import { NotFound } from "../../app/NotFound";
import { paths } from "../../app/paths";
import { usePageTitle } from "../../app/usePageTitle";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { useKeptFilter } from "../../selection/filterUrl";
import { Page } from "../study/pageStyles";
import { parseId, useStudyId } from "../study/studyId";
import { RetryPart } from "./RetryPart";
import { Steps } from "./Steps";
import { TrialMarks } from "./TrialMarks";
import { TrialMenu } from "./TrialMenu";
import { TrialParts } from "./TrialParts";
import { useStepKeys } from "./useStepKeys";

/** One trial, alone. */
export default function TrialPage(): ReactNode {
  const number = parseId(useParams().number);
  return number === null ? <NotFound /> : <OneTrial number={number} />;
}

function OneTrial({ number }: { readonly number: number }): ReactNode {
  const studyId = useStudyId();
  const overview = useStudyOverview(studyId);
  const trial = useTrial(studyId, number);
  const navigate = useNavigate();
  const keep = useKeptFilter();
  usePageTitle(`Trial ${number}`);
  const known = trial.isPlaceholderData ? undefined : trial.data;
  const go = (to: number | null | undefined) =>
    typeof to === "number" ? () => void navigate(keep(paths.trial(studyId, to))) : undefined;
  const steps = { previous: go(known?.previous), next: go(known?.next) };
  useStepKeys(steps);
  // What is on the page stays there, with what is being written in it.
  const error = (!overview.data && overview.error) || (!trial.data && trial.error) || null;
  return (
    <Page>
      <header>
        <div
          style={{
            display: "flex",
            alignItems: "center",
            justifyContent: "space-between",
            gap: 16,
          }}
        >
          <Typography variant="h1" aria-live="polite">
            Trial {number}
          </Typography>
          <div style={{ flex: "none", display: "flex", alignItems: "center" }}>
            <Steps {...steps} />
            {known && overview.data && (
              <TrialMenu key={number} trial={known} study={overview.data} />
            )}
          </div>
        </div>
        {trial.data && !error && (
          <TrialMarks
            trial={trial.data}
            several={trial.data.values !== null && trial.data.values.length > 1}
          />
        )}
        {known && overview.data && !error && (
          <RetryPart key={number} trial={known} study={overview.data} />
        )}
      </header>
      {error ? (
        <ErrorCard title={`Trial ${number} could not be read`} error={error} />
      ) : trial.data && overview.data ? (
        // Until this trial is read the one before is shown: nothing is to be changed in its place.
        <div inert={trial.isPlaceholderData}>
          <TrialParts trial={trial.data} study={overview.data} />
        </div>
      ) : (
        <BlockSkeleton height={400} />
      )}
    </Page>
  );
}
