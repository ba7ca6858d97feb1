import { useCallback, useMemo, useState } from "react";
import type { PlotlyFigure } from "../../api/types";
import { type Selected, useSelection } from "../../selection/selection";
import type { Scheme } from "../../theme/colors";
import type { Drawing } from "../drawing";
import type { Trace } from "../traceMeta";
import { brushAxes } from "./brush";
import { highlight } from "./highlight";
import { type Brush, filterAfter, noBrush } from "./plotBrush";

export interface HighlightedDrawing {
  readonly drawing: Drawing | null;
  /** The place in the figure of the trace that stands at a place of the drawing. */
  readonly originOf: (place: number) => number;
  /** Some trials are selected, and the drawing cannot tell them from the others. */
  readonly untold: boolean;
  /** Null for figures that have no axes to drag a box over. */
  readonly boxMode: BoxMode | null;
  readonly onBrush: (brush: Brush | null) => void;
}

/** Whether dragging draws a box around trials instead of zooming. */
export interface BoxMode {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** Shows the selection of the page in a drawing, and makes another one of a brush. */
export function useHighlight(
  figure: PlotlyFigure | undefined,
  drawing: Drawing | null,
  scheme: Scheme,
): HighlightedDrawing {
  const selection = useSelection();
  const [boxing, setBoxing] = useState(false);
  const [brushes, setBrushes] = useState(0);
  const selected = selection?.selected ?? null;
  const hasAxes = figure !== undefined && brushAxes(figure.layout).size > 0;
  const canBox = selection !== null && hasAxes && figure.data[0]?.type !== "parcoords";
  const byBox = canBox && boxing;
  const shown = useMemo(
    () =>
      figure && drawing && highlightDrawing(figure, drawing, { selected, scheme, byBox, brushes }),
    [figure, drawing, selected, scheme, byBox, brushes],
  );
  const origins = shown?.origins;
  return {
    drawing: shown?.drawing ?? null,
    originOf: useCallback((place) => origins?.[place] ?? place, [origins]),
    untold: selected !== null && shown?.tells === false,
    boxMode: canBox ? { on: boxing, set: setBoxing } : null,
    onBrush: (brush) => {
      if (!selection || !figure) return;
      const next = filterAfter(figure, selection.filter, brush ?? noBrush(figure));
      // With an equal filter no answer comes that would take the mark of the brush away.
      if (next === selection.filter) setBrushes(brushes + 1);
      else selection.setFilter(next);
    },
  };
}

interface Way {
  readonly selected: Selected | null;
  readonly scheme: Scheme;
  readonly byBox: boolean;
  readonly brushes: number;
}

function highlightDrawing(figure: PlotlyFigure, drawing: Drawing, way: Way) {
  const { selected, scheme, byBox, brushes } = way;
  const { data, layout } = drawing;
  const source = { figure: figure.data, data: data as unknown as Trace[], layout: layout as Trace };
  const { origins, tells, ...parts } = highlight(source, selected, scheme);
  // Changes to have Plotly forget the marks of brushes, which it writes into traces and layout
  // as well: the filter says it all.
  const revision = `${brushes} ${selected?.filter ?? ""}`;
  const marked = {
    ...drawing,
    data: parts.data.map((trace) => ({
      ...trace,
      uirevision: revision,
    })) as unknown as Drawing["data"],
    layout: {
      ...(parts.layout as Drawing["layout"]),
      ...(byBox ? { dragmode: "select" as const } : {}),
      selections: [],
      selectionrevision: revision,
    },
  };
  return { drawing: marked, origins, tells };
}
