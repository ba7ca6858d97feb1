export type Plotly = typeof import("./plotly");

/** Traces that are large enough to be fetched only for the figures that draw them. */
const EXTRAS: Readonly<Record<string, () => Promise<unknown>>> = {
  scattergl: () => import("./plotlyGl"),
  scatter3d: () => import("./plotly3d"),
};

/** The drawing library, able to draw traces of these types. */
export async function loadPlotly(types: Iterable<string> = []): Promise<Plotly> {
  const extras = [...new Set(types)].map((type) => EXTRAS[type]?.());
  const [plotly] = await Promise.all([import("./plotly"), ...extras]);
  return plotly;
}
