import { decodeNumbers } from "../../api/decode";
import type { Json } from "../../api/types";
import { type Scheme, SURFACES } from "../../theme/colors";
import type { ColorScale } from "../colorScales";
import { isObject, type Trace, traceMeta } from "../traceMeta";
import { brushAxes, brushedRanges } from "./brush";

/**
 * The lines of parallel coordinates with the ranges of the filter on their axes. Plotly writes
 * into the axes what a brush does to them; so each drawing has its own.
 */
export function withRanges(trace: Trace, layout: Trace, filter: string): Trace {
  const axes = brushAxes(layout);
  const dimensions = Array.isArray(trace.dimensions) ? trace.dimensions : [];
  const own = dimensions.map((dimension, place) => {
    const axis = axes.get(String(place));
    if (!isObject(dimension) || !axis) return dimension;
    // Tells them apart when a hand has moved them.
    const named = { ...dimension, name: String(place) };
    const ranges = brushedRanges(axis, filter, decodeNumbers(dimension.values));
    if (ranges.length === 0) return named;
    return { ...named, constraintrange: ranges.map(([low, high]) => [low, high]) };
  });
  return { ...trace, dimensions: own };
}

/** Part of the colour scale that is that of faint lines: the first of Plotly's 256 colours. */
const FAINT_PART = 1 / 128;

/**
 * The same lines, those of other trials than the selected ones faint. Plotly fades only what
 * a range on an axis leaves out. So others have a colour of their own, the lowest of the
 * scale, because it draws lines in the order of their colours.
 */
export function withFaintLines(
  trace: Trace,
  figure: Trace,
  layout: Trace,
  selected: ReadonlySet<number>,
  scheme: Scheme,
): { readonly trace: Trace; readonly layout: Trace } {
  const numbers = decodeNumbers(traceMeta(figure).numbers);
  const line = isObject(trace.line) ? trace.line : {};
  const colors = decodeNumbers(line.color);
  const [low, high] = endsOf(colors);
  const faint = low - (high - low) * (FAINT_PART / (1 - FAINT_PART));
  const color = Float64Array.from(colors, (value, place) =>
    selected.has(numbers[place] ?? Number.NaN) ? value : faint,
  );
  const axis = isObject(layout.coloraxis) ? layout.coloraxis : {};
  const coloraxis = {
    ...axis,
    cmin: faint,
    cmax: high,
    colorscale: scaleWithFaint(axis, scheme),
    reversescale: false,
  };
  return {
    // Plotly takes arrays of numbers as they are; JSON has only no word for them.
    trace: { ...trace, line: { ...line, color: color as unknown as Json } },
    layout: { ...layout, coloraxis },
  };
}

function endsOf(colors: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < colors.length; place++) {
    low = Math.min(low, colors[place] ?? low);
    high = Math.max(high, colors[place] ?? high);
  }
  return low < high ? [low, high] : [low - 0.5, low + 0.5];
}

function scaleWithFaint({ colorscale, reversescale }: Trace, scheme: Scheme): Json {
  const steps = (Array.isArray(colorscale) ? colorscale : []) as unknown as ColorScale;
  const upwards = reversescale === true ? steps.map(reversed).reverse() : steps;
  const { faint } = SURFACES[scheme];
  return [
    [0, faint],
    [FAINT_PART / 2, faint],
    ...upwards.map(([place, color], index) => [
      index === 0 ? FAINT_PART / 2 : FAINT_PART + place * (1 - FAINT_PART),
      color,
    ]),
  ];
}

function reversed([place, color]: ColorScale[number]): ColorScale[number] {
  return [1 - place, color];
}
