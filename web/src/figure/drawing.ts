import type { Data, Layout } from "plotly.js/lib/core";
import type { Json, PlotlyFigure } from "../api/types";
import { type Scheme, SURFACES } from "../theme/colors";
import { pointLook, type RoleStyle, roleStyle } from "./roles";
import { template } from "./template";
import { arrayLength, isObject, studiesOf, type Trace, traceMeta } from "./traceMeta";

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
  const style = roleStyle(role, scheme, place);
  const mode = typeof trace.mode === "string" ? trace.mode : "";
  if (mode.includes("markers")) dressed.marker = under(markers(trace, style, scheme), trace.marker);
  if (mode.includes("lines")) dressed.line = under({ color: style.color, width: 2 }, trace.line);
  if (trace.type === "bar") dressed.marker = under({ color: style.color }, trace.marker);
  return dressed;
}

function markers(trace: Trace, style: RoleStyle, scheme: Scheme): Trace {
  const { size, opacity } = pointLook(arrayLength(trace.x) || arrayLength(trace.y));
  const flat = trace.type !== "scatter3d";
  return {
    color: style.color,
    symbol: flat ? style.symbol : style.symbol3d,
    size: (flat ? size : size * 0.6) * style.scale,
    opacity: style.scale > 1.3 ? 1 : opacity,
    // A rim of the page's colour keeps single points apart; crowds would only be washed out.
    line: size >= 6 && flat ? { width: 1, color: SURFACES[scheme].raised } : { width: 0 },
  };
}

function dressLayout({ layout }: PlotlyFigure, { scheme, touch, revision }: Look): Partial<Layout> {
  const dressed: Record<string, Json> = { dragmode: touch ? false : "zoom", ...layout };
  for (const [name, axis] of Object.entries({ xaxis: {}, yaxis: {}, ...layout })) {
    if (/^[xy]axis\d*$/.test(name) && isObject(axis)) {
      // A zoom survives new data, but not another quantity on the axis.
      dressed[name] = under({ uirevision: `${axisKey(axis)} ${revision}` }, axis);
    }
  }
  dressed.uirevision = revision;
  return { ...(dressed as Partial<Layout>), template: template(scheme) };
}

function axisKey(axis: { [key: string]: Json }): string {
  return JSON.stringify([axis.title ?? null, axis.type ?? null]);
}

/** `base`, with what `over` says instead of it. */
function under(base: Trace, over: Json | undefined): { [key: string]: Json } {
  return isObject(over) ? { ...base, ...over } : { ...base };
}
