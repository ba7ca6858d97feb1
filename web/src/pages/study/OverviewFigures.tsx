import { styled } from "@mui/material/styles";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FigureInfo, FigureList } from "../../api/types";
import { ErrorCard } from "../../components/ErrorCard";
import { BlockSkeleton } from "../../components/Skeletons";
import { FigureCard } from "../../figure/FigureCard";
import { isSaved } from "../../figure/saved";

/** The figures of the overview, in order, as far as they suit the study; then the saved ones. */
const OVERVIEW = [
  "pareto-front",
  "history",
  "preference-graph",
  "preferred-parameters",
  "importance",
  "timeline",
  "intermediate-values",
];

const Figures = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "minmax(0, 1fr)",
  "@media (min-width: 1200px)": {
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    "& > :first-of-type, & > :last-of-type:nth-of-type(even)": { gridColumn: "1 / -1" },
  },
}));

interface Props {
  readonly studyId: number;
  readonly studyName: string;
  readonly figures: UseQueryResult<FigureList>;
  /** Shown alone while the list of figures is on its way. */
  readonly first: FigureInfo | undefined;
  /** Without trials there are figures only if somebody saved some. */
  readonly isEmpty: boolean;
}

export function OverviewFigures(props: Props): ReactNode {
  const { studyId, studyName, figures, first, isEmpty } = props;
  const { data, error, refetch } = figures;
  const known = data?.figures ?? (first && [first]);
  if (isEmpty && !data?.figures.some(isSaved)) return null;
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
  const shown = overviewFigures(isEmpty ? known.filter(isSaved) : known);
  return (
    <Figures>
      {shown.map((figure, place) => (
        <FigureCard
          key={figure.name}
          studyId={studyId}
          studyName={studyName}
          figure={figure}
          lazy={place > 0}
        />
      ))}
    </Figures>
  );
}

export function overviewFigures(figures: readonly FigureInfo[]): FigureInfo[] {
  const known = OVERVIEW.flatMap((name) => figures.filter((figure) => figure.name === name));
  return [...known, ...figures.filter(isSaved)];
}
