import LinearProgress from "@mui/material/LinearProgress";
import Skeleton from "@mui/material/Skeleton";
import { keyframes, styled } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import type { FigureAnswer } from "../api/types";
import { Empty } from "../components/Empty";
import { describeProgress } from "../files/progress";
import { useHostState } from "../hosts/context";
import { HoveredTrial } from "./HoveredTrial";
import { describeFigure } from "./notes";
import { PlotSlot } from "./PlotSlot";
import type { FigureDrawing } from "./useDrawing";

const Stage = styled("div")({
  position: "relative",
  flex: "1 1 auto",
  height: "var(--stage-height, clamp(320px, 46vh, 760px))",
});

const Layer = styled("div")({ position: "absolute", inset: 0 });

/** Scrolls a drawing that has no room sideways, by keys too. */
const Scroller = styled(Layer)({ overflowX: "auto", overflowY: "hidden" });

const Rest = styled(Layer)({ background: "var(--mui-palette-surface-sunken)", borderRadius: 6 });

const appear = keyframes({ to: { opacity: 1 } });

/** Shown when something takes longer than a blink, so that quick answers do not flicker. */
const Late = styled("div")({
  position: "absolute",
  inset: 0,
  bottom: "auto",
  opacity: 0,
  animation: `${appear} 0s 500ms forwards`,
});

/** What the core is at, while it loads something; otherwise `idle`. */
function CoreProgress({ idle }: { readonly idle: string }): ReactNode {
  const { core } = useHostState();
  return core.status === "ready" && !core.progress ? idle : describeProgress(core);
}

interface PlotProps {
  readonly title: string;
  readonly answer: FigureAnswer;
  readonly drawing: FigureDrawing;
}

function Plot({ title, answer, drawing: { node, minWidth } }: PlotProps): ReactNode {
  const slot = <PlotSlot node={node} label={describeFigure(title, answer)} minWidth={minWidth} />;
  if (minWidth === 0) return <Layer>{slot}</Layer>;
  return (
    <Scroller role="group" aria-label={`Drawing of ${title}`} tabIndex={0}>
      {slot}
    </Scroller>
  );
}

interface Props {
  readonly title: string;
  readonly answer: FigureAnswer | undefined;
  /** Far from the window nothing is asked for, and large drawings are put away. */
  readonly near: boolean;
  /** The answer is to an earlier question; the next one is on its way. */
  readonly outdated: boolean;
  readonly drawing: FigureDrawing;
}

/** The place of the drawing: the same size while it is awaited, drawn or found empty. */
export function FigureStage({ title, answer, near, outdated, drawing }: Props): ReactNode {
  if (answer?.shown === 0) {
    return (
      <Stage style={{ display: "grid", placeItems: "center", height: "auto" }}>
        <Empty title="No trial to draw">
          {answer.notes.length === 0 && "With these options there is none."}
        </Empty>
      </Stage>
    );
  }
  const absent = !answer || !drawing.drawn;
  const waiting = absent && near;
  return (
    <Stage aria-busy={waiting || outdated}>
      {answer && <Plot title={title} answer={answer} drawing={drawing} />}
      {drawing.hovered && <HoveredTrial hovered={drawing.hovered} />}
      {absent && !near && <Rest />}
      {waiting && (
        <Layer role="status">
          <Skeleton variant="rounded" width="100%" height="100%" />
          <Late style={{ top: "45%" }}>
            <Typography color="textSecondary" align="center">
              {answer ? "Drawing" : <CoreProgress idle="Reading the trials" />}
            </Typography>
          </Late>
        </Layer>
      )}
      {outdated && !waiting && (
        <Late>
          <LinearProgress aria-label={`Updating ${title}`} />
          <Typography variant="caption" color="textSecondary">
            <CoreProgress idle="" />
          </Typography>
        </Late>
      )}
    </Stage>
  );
}
