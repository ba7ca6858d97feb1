import type { Data, Layout } from "plotly.js/lib/core";
import type { Json, PlotlyFigure } from "../api/types";
import type { Scheme } from "../theme/colors";
import { RANK, SEQUENTIAL } from "./colorScales";
import { dressTraces, pointCount, under } from "./dressTrace";
import { template } from "./template";
import { isObject, type Trace, traceMeta } from "./traceMeta";

const CROWD = 2_000;

export interface Look {
  readonly scheme: Scheme;
  /** Dragging scrolls the page instead of zooming. */
  readonly touch: boolean;
  /** Raised to forget the user's zoom. */
  readonly revision: number;
}

/** What Plotly draws: the figure of the core, dressed for this page. */
export interface Drawing {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly types: readonly string[];
}

export function dress(figure: PlotlyFigure, look: Look): Drawing {
  return {
    // Plotly checks traces itself; nothing is known of the types of JSON.
    data: dressTraces(figure.data, look.scheme) as unknown as Data[],
    layout: dressLayout(figure, look),
    types: figure.data.map((trace) => String(trace.type ?? "scatter")),
  };
}

function dressLayout(
  { data, layout }: PlotlyFigure,
  { scheme, touch, revision }: Look,
): Partial<Layout> {
  const dressed: Record<string, Json> = { dragmode: touch ? false : "zoom", ...layout };
  // Points too small to tell in a legend stand there larger.
  if (data.some((trace) => pointCount(trace) > CROWD)) {
    dressed.legend = under({ itemsizing: "constant" }, layout.legend);
  }
  for (const [name, axis] of Object.entries({ xaxis: {}, yaxis: {}, ...layout })) {
    if (/^[xy]axis\d*$/.test(name) && isObject(axis)) {
      dressed[name] = under({ ...numberFormat(axis), uirevision: axisKey(axis, revision) }, axis);
    } else if (/^coloraxis\d*$/.test(name)) {
      dressed[name] = under({ colorscale: colorScale(data, scheme) }, axis);
    }
  }
  if (data.some(({ type }) => type === "parcoords")) {
    dressed.margin = under(parcoordsMargin(data), layout.margin);
  }
  dressed.uirevision = revision;
  return { ...(dressed as Partial<Layout>), template: template(scheme) };
}

/** Said outright: by itself, Plotly takes another scale where values are on both sides of 0. */
function colorScale(data: readonly Trace[], scheme: Scheme): Json {
  const isRank = data.some((trace) => traceMeta(trace).role === "rank");
  const scale = (isRank ? RANK : SEQUENTIAL)[scheme];
  return scale.map(([place, color]) => [place, color]);
}

/** Room for the titles above the axes, and for what stands beside the outermost ones. */
function parcoordsMargin(data: readonly Trace[]): Trace {
  const slanted = data.some(({ labelangle }) => typeof labelangle === "number" && labelangle !== 0);
  return { l: 64, r: 64, t: slanted ? 104 : 48, b: 24 };
}

/** Plain digits as long as they are few: 20,000 and not 0.2e+5. Dates have formats of their own. */
function numberFormat({ type }: { [key: string]: Json }): { [key: string]: Json } {
  if (type === "linear") return { tickformat: ",~g" };
  // Few ticks, or Plotly labels every digit between the powers of ten, one over the other.
  return type === "log" ? { tickformat: ",~g", nticks: 4 } : {};
}

/** Keeps a zoom over new data, but not over another quantity on the axis. */
function axisKey(axis: { [key: string]: Json }, revision: number): string {
  return JSON.stringify([axis.title ?? null, axis.type ?? null, revision]);
}
