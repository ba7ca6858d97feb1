import type { Data, Layout } from "plotly.js/lib/core";
import type { Json, PlotlyFigure } from "../api/types";
import type { Scheme } from "../theme/colors";
import { roleColor, roleOpacity } from "./roles";
import { template } from "./template";
import { arrayLength, isObject, studiesOf, type Trace, traceMeta } from "./traceMeta";

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
  const studies = studiesOf(figure.data);
  const data = figure.data.map((trace) => dressTrace(trace, studies, look.scheme));
  return {
    // Plotly checks traces itself; nothing is known of the types of JSON.
    data: data as unknown as Data[],
    layout: dressLayout(figure, look),
    types: figure.data.map((trace) => String(trace.type ?? "scatter")),
  };
}

function dressTrace(trace: Trace, studies: readonly number[], scheme: Scheme): Trace {
  // Plotly need not copy the trial numbers; clicks read them from the answer.
  const { meta: _, ...rest } = trace;
  const dressed: { [key: string]: Json } = rest;
  const { role, study } = traceMeta(trace);
  const place = studies.length > 1 && study !== undefined ? studies.indexOf(study) : undefined;
  const color = roleColor(role, scheme, place);
  const mode = typeof trace.mode === "string" ? trace.mode : "";
  if (mode.includes("markers")) {
    const opacity = roleOpacity(role, arrayLength(trace.x) || arrayLength(trace.y));
    dressed.marker = under({ color, opacity, line: { width: 0 } }, trace.marker);
  }
  if (mode.includes("lines")) dressed.line = under({ color, width: 2 }, trace.line);
  if (trace.type === "bar") dressed.marker = under({ color }, trace.marker);
  return dressed;
}

function dressLayout(
  { data, layout }: PlotlyFigure,
  { scheme, touch, revision }: Look,
): Partial<Layout> {
  const dressed: Record<string, Json> = { dragmode: touch ? false : "zoom", ...layout };
  // Points too small to tell in a legend stand there larger.
  if (data.some(({ x }) => arrayLength(x) > CROWD)) {
    dressed.legend = under({ itemsizing: "constant" }, layout.legend);
  }
  for (const [name, axis] of Object.entries({ xaxis: {}, yaxis: {}, ...layout })) {
    if (/^[xy]axis\d*$/.test(name) && isObject(axis)) {
      dressed[name] = under({ ...numberFormat(axis), uirevision: axisKey(axis, revision) }, axis);
    }
  }
  dressed.uirevision = revision;
  return { ...(dressed as Partial<Layout>), template: template(scheme) };
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

/** `base`, with what `over` says instead of it. */
function under(base: Trace, over: Json | undefined): { [key: string]: Json } {
  return isObject(over) ? { ...base, ...over } : { ...base };
}
