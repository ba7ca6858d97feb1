import type { ReactNode } from "react";
import { useStudyOverview } from "../../api/hooks";
import { usePageTitle } from "../../app/usePageTitle";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { studyTitle } from "../../format/states";
import { useStudyId } from "./studyId";
import { TrialBrowser } from "./TrialBrowser";
import { Screen } from "./trialsStyles";

/** All trials of a study in a table, with the details of one at its side. */
export default function TrialsPage(): ReactNode {
  const studyId = useStudyId();
  const { data, error, refetch } = useStudyOverview(studyId);
  usePageTitle(data ? `Trials of ${studyTitle(data.study_name)}` : "Trials");
  if (data) return <TrialBrowser study={data} />;
  return (
    <Screen>
      {error ? (
        <ErrorCard
          title="This study could not be read"
          error={error}
          action={{ label: "Try again", run: () => void refetch() }}
        />
      ) : (
        <>
          <BlockSkeleton height={40} />
          <BlockSkeleton height={560} />
        </>
      )}
    </Screen>
  );
}
