export type Plotly = typeof import("./plotly");

/** Traces that are large enough to be fetched only for the figures that draw them. */
const EXTRAS: Readonly<Record<string, () => Promise<unknown>>> = {
  contour: () => import("./plotlyContour"),
  parcoords: () => import("./plotlyParcoords"),
  scattergl: () => import("./plotlyGl"),
  scatter3d: () => import("./plotly3d"),
  splom: () => import("./plotlySplom"),
};

/** The drawing library, able to draw traces of these types. */
export async function loadPlotly(types: Iterable<string> = []): Promise<Plotly> {
  const extras = [...new Set(types)].map((type) => EXTRAS[type]?.());
  const [plotly] = await Promise.all([import("./plotly"), ...extras]);
  return plotly;
}

const WEBGL: ReadonlySet<string> = new Set(["parcoords", "scattergl", "scatter3d", "splom"]);

/** Whether drawing traces of these types takes WebGL contexts, of which a page has only a few. */
export function takesGraphics(types: readonly string[]): boolean {
  return types.some((type) => WEBGL.has(type));
}
