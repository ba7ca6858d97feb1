export type Plotly = typeof import("./plotly");

let plotly: Promise<Plotly> | null = null;

/** The drawing library, fetched when first asked for. */
export function loadPlotly(): Promise<Plotly> {
  plotly ??= import("./plotly").catch((error: unknown) => {
    // A lost connection must not be remembered.
    plotly = null;
    throw error;
  });
  return plotly;
}
