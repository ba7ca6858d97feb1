export type Plotly = typeof import("./plotly");

type Load = () => Promise<unknown>;

const more: Load = () => import("./plotlyMore");
const more3d: Load = () => import("./plotlyMore3d");
const none: Load = () => Promise.resolve();

/**
 * Every type of trace that can be drawn. What is large, or seldom asked for, is fetched only
 * for the figures that draw it.
 */
const TRACES: Readonly<Record<string, Load>> = {
  bar: none,
  barpolar: more,
  box: more,
  candlestick: more,
  carpet: more,
  cone: more3d,
  contour: () => import("./plotlyContour"),
  contourcarpet: more,
  funnel: more,
  funnelarea: more,
  heatmap: more,
  histogram: more,
  histogram2d: more,
  histogram2dcontour: more,
  icicle: more,
  image: more,
  indicator: more,
  isosurface: more3d,
  mesh3d: more3d,
  ohlc: more,
  parcats: more,
  parcoords: () => import("./plotlyParcoords"),
  pie: more,
  quiver: more,
  sankey: more,
  scatter: none,
  scatter3d: () => import("./plotly3d"),
  scattercarpet: more,
  scattergl: () => import("./plotlyGl"),
  scatterpolar: more,
  scatterpolargl: () => import("./plotlyPolarGl"),
  scattersmith: more,
  scatterternary: more,
  splom: () => import("./plotlySplom"),
  streamtube: more3d,
  sunburst: more,
  surface: more3d,
  table: more,
  treemap: more,
  violin: more,
  volume: more3d,
  waterfall: more,
};

export function canDraw(type: string): boolean {
  return Object.hasOwn(TRACES, type);
}

let library: Plotly | null = null;
const drawable = new Set<string>();

/** The drawing library, able to draw traces of these types. */
export async function loadPlotly(types: Iterable<string> = []): Promise<Plotly> {
  const wanted = [...new Set(types)];
  const extras = wanted.map((type) => TRACES[type]?.());
  [library] = await Promise.all([import("./plotly"), ...extras]);
  for (const type of wanted) drawable.add(type);
  return library;
}

/** The same at once if it is here already: whatever else is waiting is not done before. */
export function loadedPlotly(types: readonly string[]): Plotly | null {
  return types.every((type) => drawable.has(type)) ? library : null;
}

const WEBGL: ReadonlySet<string> = new Set([
  "parcoords",
  "scattergl",
  "scatter3d",
  "scatterpolargl",
  "splom",
]);

/** Whether drawing traces of these types takes WebGL contexts, of which a page has only a few. */
export function takesGraphics(types: readonly string[]): boolean {
  return types.some((type) => WEBGL.has(type) || TRACES[type] === more3d);
}
