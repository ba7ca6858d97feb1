import { styled } from "@mui/material/styles";
import { type ReactNode, useRef } from "react";
import type { FigureInfo } from "../../api/types";
import { FigureCard } from "../../figure/FigureCard";
import { FigureIndex } from "./FigureIndex";
import { useFigurePlace } from "./useFigurePlace";

/** Figures of many panels or axes, which need the width of two. */
const WIDE: ReadonlySet<string> = new Set(["parallel-coordinates", "scatter-matrix"]);
/** Those that have panels one below the other, too. */
const TALL: ReadonlySet<string> = new Set(["scatter-matrix"]);

const Grid = styled("div")(({ theme }) => ({
  "--index-height": "44px",
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "minmax(0, 1fr)",
  "@media (min-width: 1200px)": {
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    "& > [data-wide=true]": { gridColumn: "1 / -1" },
  },
}));

const Place = styled("div")(({ theme }) => ({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  "&[data-tall=true]": { "--stage-height": "clamp(420px, 76vh, 1200px)" },
  scrollMarginTop: `calc(var(--frame-height) + var(--bar-height) + var(--index-height) + ${theme.spacing(2)})`,
}));

interface Props {
  readonly studyId: number;
  readonly studyName: string;
  readonly figures: readonly FigureInfo[];
}

export function AnalysisFigures({ studyId, studyName, figures }: Props): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const goTo = useFigurePlace(grid);
  return (
    <>
      <FigureIndex figures={figures} onChoose={goTo} />
      <Grid ref={grid}>
        {figures.map((figure) => (
          <Place
            key={figure.name}
            data-figure={figure.name}
            data-wide={WIDE.has(figure.name)}
            data-tall={TALL.has(figure.name)}
          >
            <FigureCard studyId={studyId} studyName={studyName} figure={figure} lazy />
          </Place>
        ))}
      </Grid>
    </>
  );
}
