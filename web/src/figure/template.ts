import type { Template } from "plotly.js/lib/core";
import { type Scheme, SURFACES } from "../theme/colors";
import { theme } from "../theme/theme";

const FONT = theme.typography.fontFamily ?? "sans-serif";

/** What all figures share: fonts, margins, grid, hover. A figure's own layout wins over it. */
export function template(scheme: Scheme): Template {
  const { raised, line, ink, muted } = SURFACES[scheme];
  const axis = {
    automargin: true,
    color: muted,
    gridcolor: line,
    linecolor: line,
    zeroline: false,
    ticks: "outside" as const,
    ticklen: 4,
    tickcolor: line,
    title: { font: { size: 13, color: ink }, standoff: 12 },
  };
  // Without walls, which would cut the points that lie on them in halves.
  const axis3d = { ...axis, automargin: undefined, gridcolor: muted, showbackground: false };
  return {
    layout: {
      autosize: true,
      font: { family: FONT, size: 12, color: ink },
      paper_bgcolor: raised,
      plot_bgcolor: raised,
      margin: { l: 40, r: 16, t: 12, b: 40 },
      hovermode: "closest",
      hoverlabel: {
        bgcolor: raised,
        bordercolor: muted,
        font: { family: FONT, size: 12, color: ink },
        align: "left",
        namelength: -1,
      },
      // Above the drawing, so that it never covers data.
      legend: {
        orientation: "h",
        x: 0,
        xanchor: "left",
        y: 1.01,
        yanchor: "bottom",
        font: { color: ink },
      },
      xaxis: axis,
      yaxis: axis,
      scene: {
        xaxis: axis3d,
        yaxis: axis3d,
        zaxis: axis3d,
        aspectmode: "cube",
        // From far enough away that no title is cut off.
        camera: { eye: { x: 1.4, y: 1.4, z: 1 }, center: { x: 0, y: 0, z: -0.12 } },
      },
      coloraxis: {
        colorbar: {
          outlinewidth: 0,
          thickness: 12,
          tickcolor: line,
          // Along the bar: above it, a long name would take its width from the drawing.
          title: { side: "right" },
        },
      },
    },
    data: {},
  };
}
