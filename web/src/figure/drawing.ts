import type { Data, Layout } from "plotly.js/lib/core";
import type { Json, PlotlyFigure } from "../api/types";
import type { TemplateName } from "../settings/settings";
import type { Scheme } from "../theme/colors";
import { dressColorAxes } from "./colorAxes";
import { dressTraces, pointCount, under } from "./dressTrace";
import { hoverNumbers, type NumberFormat, tickFormat } from "./numberFormat";
import { seriesColors } from "./roles";
import { template } from "./template";
import { isObject, type Trace } from "./traceMeta";

const CROWD = 2_000;
/** In pixels: some four names one below the other; a longer legend scrolls. */
const NARROW_LEGEND = 88;
const BESIDE_PARCOORDS = 64;

export interface Look extends NumberFormat {
  readonly scheme: Scheme;
  readonly template: TemplateName;
  /** Dragging scrolls the page instead of zooming. */
  readonly touch: boolean;
  /** There is little room beside a drawing, as on a phone. */
  readonly narrow: boolean;
  /** Whether the drawing names its traces; where the page does, it need not. */
  readonly legend: boolean;
  /** Studies that are left out for now. */
  readonly hidden: ReadonlySet<number>;
}

/** What Plotly draws: the figure of the core, dressed for this page. */
export interface Drawing {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly types: readonly string[];
  /** Whether a picture of it needs a legend, also where the page has one. */
  readonly isNamed: boolean;
  /** In less room, in pixels, its axes would lie one over the other. */
  readonly minWidth: number;
}

export function dress(figure: PlotlyFigure, look: Look): Drawing {
  const dressed = dressTraces(figure.data, look.scheme, look.template, look.hidden);
  return {
    // Plotly checks traces itself; nothing is known of the types of JSON.
    data: dressed.map((trace) => hoverNumbers(trace, look)) as unknown as Data[],
    layout: dressLayout(figure, look),
    types: figure.data.map((trace) => String(trace.type ?? "scatter")),
    isNamed: figure.layout.showlegend === true,
    minWidth: Math.max(0, ...figure.data.map(minWidth)),
  };
}

function dressLayout(figure: PlotlyFigure, look: Look): Partial<Layout> {
  const { data, layout } = figure;
  const { scheme, touch, narrow, legend } = look;
  const dressed: Record<string, Json> = {
    dragmode: touch ? false : "zoom",
    // For traces that say nothing of their colour, as those that somebody saved.
    colorway: [...seriesColors(scheme)],
    ...layout,
    ...dressColorAxes(figure, scheme, narrow),
  };
  dressed.legend = under(legendLook(data, narrow), layout.legend);
  if (!legend) dressed.showlegend = false;
  for (const [name, axis] of Object.entries(layout)) {
    if (/^[xy]axis\d*$/.test(name) && isObject(axis)) {
      dressed[name] = under(numberTicks(axis, look), axis);
    }
  }
  if (data.some(({ type }) => type === "parcoords")) {
    dressed.margin = under(parcoordsMargin(data), layout.margin);
  }
  // What a hand did to parallel coordinates stays; of all else a view tells.
  dressed.uirevision = "page";
  return { ...(dressed as Partial<Layout>), template: template(scheme, look.template) };
}

function legendLook(data: readonly Trace[], narrow: boolean): Trace {
  // Points too small to tell in a legend stand there larger.
  const isCrowd = data.some((trace) => pointCount(trace) > CROWD);
  return {
    ...(isCrowd ? { itemsizing: "constant" } : {}),
    ...(narrow ? { maxheight: NARROW_LEGEND } : {}),
  };
}

const A_PARCOORDS_AXIS = 76;
const A_SPLOM_COLUMN = 120;

function minWidth({ type, dimensions }: Trace): number {
  const axes = Array.isArray(dimensions) ? dimensions.length : 0;
  if (type === "parcoords") return (axes - 1) * A_PARCOORDS_AXIS + 2 * BESIDE_PARCOORDS;
  return type === "splom" ? axes * A_SPLOM_COLUMN : 0;
}

/** Room for the titles above the axes, and for what stands beside the outermost ones. */
function parcoordsMargin(data: readonly Trace[]): Trace {
  const slanted = data.some(({ labelangle }) => typeof labelangle === "number" && labelangle !== 0);
  return { l: BESIDE_PARCOORDS, r: BESIDE_PARCOORDS, t: slanted ? 88 : 48, b: 24 };
}

/** Dates and categories have formats of their own. */
function numberTicks({ type }: Trace, format: NumberFormat): { [key: string]: Json } {
  if (type !== "linear" && type !== "log") return {};
  const tickformat = tickFormat(type, format);
  // Few ticks, or Plotly labels every digit between the powers of ten, one over the other.
  return type === "log" ? { tickformat, nticks: 4 } : { tickformat };
}
