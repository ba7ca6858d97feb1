import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useFigures } from "../../api/hooks";
import type { FigureInfo, StudyOverview } from "../../api/types";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { FigureCard } from "../../figure/FigureCard";

/** The figures of the overview, in order, as far as they suit the study. */
const OVERVIEW = ["pareto-front", "history"];

const Figures = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "minmax(0, 1fr)",
  "@media (min-width: 1900px)": {
    "&[data-many=true]": { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
  },
}));

export function OverviewFigures({ study }: { readonly study: StudyOverview }): ReactNode {
  const { data, error, refetch } = useFigures(study.study_id);
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
  const figures = overviewFigures(data.figures);
  return (
    <Figures data-many={figures.length > 1}>
      {figures.map((figure) => (
        <FigureCard
          key={figure.name}
          studyId={study.study_id}
          studyName={study.study_name}
          figure={figure}
        />
      ))}
    </Figures>
  );
}

export function overviewFigures(figures: readonly FigureInfo[]): FigureInfo[] {
  return OVERVIEW.flatMap((name) => figures.filter((figure) => figure.name === name));
}
