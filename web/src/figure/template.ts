import type { Template } from "plotly.js/lib/core";
import type { TemplateName } from "../settings/settings";
import { type Scheme, SURFACES } from "../theme/colors";
import { FONTS } from "../theme/fonts";

/** How a template differs from the others. */
interface Style {
  /** Without one, that of the page. */
  readonly font?: string;
  /** In pixels; titles of axes are larger. */
  readonly fontSize: number;
  /** Thickness of lines, size of points and length of ticks, as multiples of the usual ones. */
  readonly scale: number;
  /** What is behind the data: nothing, a shade with lines in the colour of the page, or a box. */
  readonly ground: "lines" | "shade" | "box";
}

const SERIF = 'Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif';

const STYLES: Readonly<Record<TemplateName, Style>> = {
  default: { fontSize: 12, scale: 1, ground: "lines" },
  shaded: { fontSize: 12, scale: 1, ground: "shade" },
  presentation: { fontSize: 18, scale: 1.5, ground: "lines" },
  paper: { font: SERIF, fontSize: 14, scale: 1, ground: "box" },
};

/** The shade behind the data; lines of the page's colour stand out against it. */
const SHADES: Readonly<Record<Scheme, string>> = { light: "#eef1f5", dark: "#262c35" };

/** By how much a template enlarges what the traces themselves say of their size. */
export function scaleOf(name: TemplateName): number {
  return STYLES[name].scale;
}

/** What all figures share: fonts, margins, grid, hover. A figure's own layout wins over it. */
export function template(scheme: Scheme, name: TemplateName): Template {
  const { raised, line, ink, muted } = SURFACES[scheme];
  const style = STYLES[name];
  const { font: family = FONTS.text, fontSize: size, scale } = style;
  const titleFont = { size: Math.round(size * 1.1), color: ink };
  const axis = {
    automargin: true,
    color: muted,
    zeroline: false,
    title: { font: titleFont, standoff: 12 * scale },
    ...axisLines(style, scheme),
  };
  const hoverFont = { family, size: Math.min(size, 14), color: ink };
  return {
    layout: {
      autosize: true,
      font: { family, size, color: ink },
      paper_bgcolor: raised,
      plot_bgcolor: style.ground === "shade" ? SHADES[scheme] : raised,
      // Large labels of bars reach further out.
      margin: { l: 40, r: 16 * scale ** 2, t: 12, b: 40 },
      hovermode: "closest",
      hoverlabel: {
        bgcolor: raised,
        bordercolor: muted,
        font: hoverFont,
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
      scene: scene({ ...axis, gridcolor: style.ground === "shade" ? line : muted }),
      coloraxis: {
        colorbar: {
          outlinewidth: 0,
          thickness: 12 * scale,
          tickcolor: line,
          // Along the bar: above it, a long name would take its width from the drawing.
          title: { side: "right" },
        },
      },
    },
    data: {},
  };
}

function axisLines({ ground, scale }: Style, scheme: Scheme): Record<string, unknown> {
  const { raised, line, grid, muted } = SURFACES[scheme];
  const ticks = { ticks: "outside", ticklen: 4 * scale, tickcolor: line };
  if (ground === "shade") return { gridcolor: raised, gridwidth: 1.5, ticks: "", ticklen: 4 };
  if (ground === "lines") return { ...ticks, gridcolor: grid, linecolor: line };
  const box = { showline: true, mirror: "ticks", linecolor: muted };
  return { ...ticks, ...box, showgrid: false, ticks: "inside", tickcolor: muted };
}

function scene(axis: Record<string, unknown>): Record<string, unknown> {
  // Without walls, which would cut the points that lie on them in halves.
  const axis3d = { ...axis, automargin: undefined, showgrid: true, showbackground: false };
  return {
    xaxis: axis3d,
    yaxis: axis3d,
    zaxis: axis3d,
    aspectmode: "cube",
    // From far enough away that no title is cut off.
    camera: { eye: { x: 1.4, y: 1.4, z: 1 }, center: { x: 0, y: 0, z: -0.12 } },
  };
}
