import Alert from "@mui/material/Alert";
import { type ReactNode, useEffect } from "react";
import { useMeta, useStudyOverview } from "../../api/hooks";
import type { StudyOverview } from "../../api/types";
import { usePageTitle } from "../../app/usePageTitle";
import { ErrorCard } from "../../components/ErrorCard";
import { loadPlotly } from "../../figure/load";
import { studyTitle } from "../../format/states";
import { AttrSection } from "./AttrSection";
import { BestCard } from "./BestCard";
import { OverviewFigures } from "./OverviewFigures";
import { OverviewSkeleton } from "./OverviewSkeleton";
import { Columns, Page } from "./pageStyles";
import { StudyFacts } from "./StudyFacts";
import { StudyHeader } from "./StudyHeader";
import { useStudyId } from "./studyId";

/** What happened in a study, at a glance. */
export default function StudyPage(): ReactNode {
  const studyId = useStudyId();
  const overview = useStudyOverview(studyId);
  usePageTitle(overview.data ? studyTitle(overview.data.study_name) : "");
  useEffect(() => {
    // Fetched while the core is still reading; a failure shows where the drawing is awaited.
    loadPlotly().catch(() => undefined);
  }, []);
  if (overview.error && !overview.data) {
    return (
      <Page>
        <ErrorCard
          title="This study could not be read"
          error={overview.error}
          action={{ label: "Try again", run: () => void overview.refetch() }}
        />
      </Page>
    );
  }
  return <Page>{overview.data ? <Overview study={overview.data} /> : <OverviewSkeleton />}</Page>;
}

function Overview({ study }: { readonly study: StudyOverview }): ReactNode {
  return (
    <>
      <StudyHeader study={study} />
      <SourceWarnings source={study.source} />
      <Columns>
        <BestCard study={study} />
        <StudyFacts study={study} />
      </Columns>
      {study.n_trials > 0 && <OverviewFigures study={study} />}
      <AttrSection attrs={study.user_attrs} />
    </>
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
