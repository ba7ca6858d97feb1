import Typography from "@mui/material/Typography";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useFigures } from "../../api/hooks";
import type { FigureList, StudySummary } from "../../api/types";
import { usePageTitle } from "../../app/usePageTitle";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { loadPlotly } from "../../figure/load";
import { studyTitle } from "../../format/states";
import { FilterButton } from "../../selection/FilterButton";
import { AnalysisFigures } from "./AnalysisFigures";
import { NoTrials } from "./NoTrials";
import { Heading, Page } from "./pageStyles";
import { useStudyId } from "./studyId";
import { useListedStudy } from "./useListedStudy";

/** Every figure that suits the study. */
export default function AnalysisPage(): ReactNode {
  const studyId = useStudyId();
  const study = useListedStudy(studyId);
  const figures = useFigures(studyId);
  usePageTitle(study ? `Analysis of ${studyTitle(study.study_name)}` : "Analysis");
  useEffect(() => {
    // Fetched while the core is still reading; a failure shows where the drawing is awaited.
    loadPlotly().catch(() => undefined);
  }, []);
  return (
    <Page style={{ gap: 16 }}>
      <Heading>
        <Typography variant="h1">Analysis</Typography>
        {study?.n_trials !== 0 && <FilterButton />}
      </Heading>
      <Content studyId={studyId} study={study} figures={figures} />
    </Page>
  );
}

interface Props {
  readonly studyId: number;
  readonly study: StudySummary | undefined;
  readonly figures: UseQueryResult<FigureList>;
}

function Content({ studyId, study, figures: { data, error, refetch } }: Props): ReactNode {
  if (study?.n_trials === 0) return <NoTrials />;
  if (error && !data) {
    return (
      <ErrorCard
        title="The figures could not be listed"
        error={error}
        action={{ label: "Try again", run: () => void refetch() }}
      />
    );
  }
  if (!data) return <BlockSkeleton height={520} />;
  return (
    <AnalysisFigures studyId={studyId} studyName={study?.study_name ?? ""} figures={data.figures} />
  );
}
