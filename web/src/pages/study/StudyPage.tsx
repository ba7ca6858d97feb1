import Alert from "@mui/material/Alert";
import { type ReactNode, useEffect } from "react";
import { useFigures, useMeta, useStudyOverview } from "../../api/hooks";
import { usePageTitle } from "../../app/usePageTitle";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { loadPlotly } from "../../figure/load";
import { studyTitle } from "../../format/states";
import { ArtifactSection } from "./ArtifactSection";
import { AttrSection } from "./AttrSection";
import { BestCard } from "./BestCard";
import { FormSection } from "./FormSection";
import { HeaderSkeleton } from "./HeaderSkeleton";
import { NoTrials } from "./NoTrials";
import { NoteSection } from "./NoteSection";
import { OverviewFigures } from "./OverviewFigures";
import { Columns, Page } from "./pageStyles";
import { StudyFacts } from "./StudyFacts";
import { StudyHeader } from "./StudyHeader";
import { useStudyId } from "./studyId";
import { useFirstFigure } from "./useFirstFigure";
import { useListedStudy } from "./useListedStudy";

/** What happened in a study, at a glance. */
export default function StudyPage(): ReactNode {
  const studyId = useStudyId();
  const listed = useListedStudy(studyId);
  const first = useFirstFigure(studyId, listed);
  const figures = useFigures(studyId);
  // In a large study the figures are drawn sooner than all is counted: they are asked for first.
  const { data, error, refetch } = useStudyOverview(studyId, figures.isFetched);
  const study = data ?? listed;
  const isEmpty = study?.n_trials === 0;
  usePageTitle(study ? studyTitle(study.study_name) : "");
  useEffect(() => {
    // Fetched while the core is still reading; a failure shows where the drawing is awaited.
    loadPlotly().catch(() => undefined);
  }, []);
  if (error && !data) {
    return (
      <Page>
        <ErrorCard
          title="This study could not be read"
          error={error}
          action={{ label: "Try again", run: () => void refetch() }}
        />
      </Page>
    );
  }
  return (
    <Page>
      {study ? <StudyHeader study={study} /> : <HeaderSkeleton />}
      {study && <SourceWarnings source={study.source} />}
      {isEmpty ? (
        <NoTrials />
      ) : (
        <Columns>
          {data ? <BestCard study={data} /> : <BlockSkeleton height={232} />}
          {data ? <StudyFacts study={data} /> : <BlockSkeleton height={232} />}
        </Columns>
      )}
      {data && <NoteSection study={data} />}
      <OverviewFigures
        studyId={studyId}
        studyName={study?.study_name ?? ""}
        figures={figures}
        first={first}
        isEmpty={isEmpty}
      />
      {data && (
        <>
          <AttrSection attrs={data.user_attrs} />
          <FormSection form={data.form} />
          <ArtifactSection study={data} />
        </>
      )}
    </Page>
  );
}

function SourceWarnings({ source }: { readonly source: number }): ReactNode {
  const { data } = useMeta();
  const warnings = data?.sources.find(({ index }) => index === source)?.warnings ?? [];
  return warnings.map((warning) => (
    <Alert key={warning} severity="warning" variant="outlined">
      {warning}
    </Alert>
  ));
}
