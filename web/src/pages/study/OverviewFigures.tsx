import { styled } from "@mui/material/styles";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FigureInfo, FigureList } from "../../api/types";
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

interface Props {
  readonly studyId: number;
  readonly studyName: string;
  readonly figures: UseQueryResult<FigureList>;
  /** Shown alone while the list of figures is on its way. */
  readonly first: FigureInfo | undefined;
}

export function OverviewFigures({ studyId, studyName, figures, first }: Props): ReactNode {
  const { data, error, refetch } = figures;
  const known = data?.figures ?? (first && [first]);
  if (error && !known) {
    return (
      <ErrorCard
        title="The figures could not be listed"
        error={error}
        action={{ label: "Try again", run: () => void refetch() }}
      />
    );
  }
  if (!known) return <BlockSkeleton height={520} />;
  const shown = overviewFigures(known);
  return (
    <Figures data-many={shown.length > 1}>
      {shown.map((figure) => (
        <FigureCard key={figure.name} studyId={studyId} studyName={studyName} figure={figure} />
      ))}
    </Figures>
  );
}

export function overviewFigures(figures: readonly FigureInfo[]): FigureInfo[] {
  return OVERVIEW.flatMap((name) => figures.filter((figure) => figure.name === name));
}
