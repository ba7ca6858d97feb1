import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { ComparedFigure, ComparedStudy } from "../../api/types";
import { FigureCard } from "../../figure/FigureCard";
import { plural } from "../../format/numbers";
import { useHiddenStudies } from "./ids";
import { StudyLegend } from "./StudyLegend";

/** Stays in view while the figures scroll by. */
const Bar = styled("div")(({ theme }) => ({
  position: "sticky",
  top: "var(--frame-height)",
  zIndex: theme.zIndex.appBar - 1,
  // As wide as the page, so that nothing shows beside it while scrolling.
  margin: theme.spacing(0, -1.5, 1),
  padding: theme.spacing(0.75, 0.5),
  background: "var(--mui-palette-background-default)",
  borderBottom: "1px solid var(--mui-palette-divider)",
  [theme.breakpoints.up("sm")]: {
    margin: theme.spacing(0, -3, 1),
    padding: theme.spacing(0.75, 2),
  },
}));

const Grid = styled("div")(({ theme }) => ({
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "minmax(0, 1fr)",
  "@media (min-width: 1200px)": { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
}));

interface Props {
  readonly studies: readonly ComparedStudy[];
  readonly figures: readonly ComparedFigure[];
}

/** The figures of all studies together; the first is asked for, the others laid over. */
export function CompareFigures({ studies, figures }: Props): ReactNode {
  const choice = useHiddenStudies();
  const [first, ...others] = studies.map(({ study_id }) => study_id);
  if (first === undefined) return null;
  const legend = <StudyLegend studies={studies} choice={choice} />;
  return (
    <section aria-label="Figures">
      <Bar>{legend}</Bar>
      <Grid>
        {figures.map((figure) => (
          <FigureCard
            key={figure.key}
            studyId={first}
            overlay={others}
            legend={legend}
            hidden={choice.hidden}
            figure={figure}
            studyName={plural(1 + others.length, "study", "studies")}
            lazy
          />
        ))}
      </Grid>
    </section>
  );
}
