import useMediaQuery from "@mui/material/useMediaQuery";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import type { FigureAnswer } from "../api/types";
import { paths } from "../app/paths";
import { useKeptFilter } from "../selection/filterUrl";
import { useSettings } from "../settings/useSettings";
import { useScheme } from "../theme/useScheme";
import { dress, type Look } from "./drawing";
import { type HighlightedDrawing, useHighlight } from "./linked/useHighlight";
import { takesGraphics } from "./load";
import { arrayItem, type Trace, traceMeta } from "./traceMeta";
import { type Hovered, useHovered } from "./useHovered";
import { type Plot, type PlotEvents, usePlot } from "./usePlot";
import { isZoomed } from "./view";
import { useFigureView } from "./viewUrl";

export interface FigureDrawing extends Plot {
  readonly zoomed: boolean;
  readonly resetZoom: () => void;
  readonly minWidth: number;
  readonly boxMode: HighlightedDrawing["boxMode"];
  readonly untold: boolean;
  /** The trial on which the pointer rests. */
  readonly hovered: Hovered | null;
}

type Wishes = Pick<Look, "legend" | "hidden"> & Pick<PlotEvents, "onMove">;

/**
 * Draws an answer of the core in the theme of the page; a click on a point opens its trial.
 * What needs WebGL is drawn only while it is near, as a page can hold only a few of such.
 */
export function useDrawing(
  studyId: number,
  name: string,
  answer: FigureAnswer | undefined,
  near: boolean,
  { legend, hidden, onMove }: Wishes,
): FigureDrawing {
  const scheme = useScheme();
  const settings = useSettings();
  const touch = useMediaQuery("(pointer: coarse)");
  const narrow = useMediaQuery("(max-width: 599px)");
  const navigate = useNavigate();
  const keep = useKeptFilter();
  const look = useFigureView(name);
  const figure = answer?.figure;
  const dressed = useMemo(
    () =>
      figure && answer.shown !== 0
        ? dress(figure, { ...settings, scheme, touch, narrow, legend, hidden })
        : null,
    [figure, answer?.shown, settings, scheme, touch, narrow, legend, hidden],
  );
  const { drawing, originOf, onBrush, boxMode, untold } = useHighlight(figure, dressed, scheme);
  const { hovered, enter, leave } = useHovered();
  const trialAt = (trace: number, point: number) => {
    const { numbers, study } = traceMeta(figure?.data[originOf(trace)] ?? {});
    const number = arrayItem(numbers, point);
    return number === undefined ? null : { number, study: study ?? studyId };
  };
  const rests = !near && drawing !== null && takesGraphics(drawing.types);
  const plot = usePlot(rests ? null : drawing, look, {
    onPoint: (trace, point) => {
      const trial = trialAt(trace, point);
      if (trial) void navigate(keep(paths.trial(trial.study, trial.number)));
    },
    onHover: (point) => {
      const trial = point && trialAt(point.trace, point.point);
      if (trial) enter({ ...trial, left: point.left });
      else leave();
    },
    onBrush,
    onMove,
  });
  return {
    ...plot,
    zoomed: drawing !== null && isZoomed(drawing.layout as Trace, look.view),
    resetZoom: () => look.set({ ...look.view, axes: {}, cameras: {} }),
    minWidth: drawing?.minWidth ?? 0,
    boxMode,
    untold,
    hovered,
  };
}
