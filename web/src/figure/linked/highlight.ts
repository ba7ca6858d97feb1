import { decodeNumbers } from "../../api/decode";
import type { Json } from "../../api/types";
import type { Selected } from "../../selection/selection";
import { type Scheme, SURFACES } from "../../theme/colors";
import { arrayLength, isObject, type Trace, traceMeta } from "../traceMeta";
import { withFaintLines, withRanges } from "./parcoords";

/** A figure as the core sent it, which says whose trials it shows, and as the page drew it. */
interface Source {
  readonly figure: readonly Trace[];
  readonly data: readonly Trace[];
  readonly layout: Trace;
}

/** A drawing in which the trials of a selection stand out. */
export interface Highlighted {
  readonly data: readonly Trace[];
  readonly layout: Trace;
  /** For each trace, the place in the figure of the one that it shows, or shows a part of. */
  readonly origins: readonly number[];
  /** Whether the drawing tells the selected trials from the others. */
  readonly tells: boolean;
}

/**
 * Shows the selected trials as they are and the others faintly. Points fade in place; what
 * cannot, such as curves, is drawn in two traces, the selected trials above.
 */
export function highlight(source: Source, selected: Selected | null, scheme: Scheme): Highlighted {
  if (source.figure[0]?.type === "parcoords") return highlightLines(source, selected, scheme);
  const { figure, data, layout } = source;
  const parts = data.map((trace, place) => highlightTrace(trace, figure[place], selected, scheme));
  const above = parts.flatMap((part, place) => (part.above ? [{ trace: part.above, place }] : []));
  return {
    data: [...parts.map(({ trace }) => trace), ...above.map(({ trace }) => trace)],
    layout,
    origins: [...parts.keys(), ...above.map(({ place }) => place)],
    tells: parts.some(({ tells }) => tells),
  };
}

function highlightLines(
  { figure, data, layout }: Source,
  selected: Selected | null,
  scheme: Scheme,
): Highlighted {
  const [own = {}] = figure;
  const tells = selected !== null && isOf(own, selected);
  const drawn = data.map((trace) => withRanges(trace, layout, tells ? selected.filter : ""));
  if (!tells || !drawn[0]) return { data: drawn, layout, origins: [0], tells: false };
  const faint = withFaintLines(drawn[0], own, layout, selected.numbers, scheme);
  return { data: [faint.trace], layout: faint.layout, origins: [0], tells };
}

interface Part {
  readonly trace: Trace;
  /** What is drawn above all others. */
  readonly above?: Trace;
  readonly tells: boolean;
}

function highlightTrace(
  trace: Trace,
  own: Trace = {},
  selected: Selected | null,
  scheme: Scheme,
): Part {
  const way = wayOf(own);
  if (!selected || !isOf(own, selected) || way === "whole") return { trace, tells: false };
  const numbers = decodeNumbers(traceMeta(own).numbers);
  const chosen = Uint8Array.from(numbers, (number) => (selected.numbers.has(number) ? 1 : 0));
  const divide = way === "points" ? fadeOthers : splitTrace;
  return { ...divide(trace, chosen, scheme), tells: true };
}

function isOf(trace: Trace, { studyId }: Selected): boolean {
  const { study, numbers } = traceMeta(trace);
  return study === studyId && arrayLength(numbers) > 0;
}

function wayOf(trace: Trace): "points" | "split" | "whole" {
  const { type = "scatter", mode } = trace;
  if (type === "splom" || type === "bar") return "points";
  if (type === "scatter3d") return "split";
  // A line alone is of all trials together: the best value so far, a distribution.
  if (type !== "scatter" && type !== "scattergl") return "whole";
  if (mode === "lines" && !traceMeta(trace).isOfMany) return "whole";
  return mode === "markers" ? "points" : "split";
}

/** Of a colour that is faint by itself: many, one over the other, become no darker than it. */
const FADED = 0.6;

function fadeOthers(trace: Trace, chosen: Uint8Array, scheme: Scheme): { readonly trace: Trace } {
  const selectedpoints: number[] = [];
  for (const [place, one] of chosen.entries()) if (one) selectedpoints.push(place);
  const color = SURFACES[scheme].faint;
  const { size } = asObject(trace.marker);
  // Smaller too, as a scale of colours may have a faint end. Thin bars need all of the colour.
  const points = typeof size === "number" ? { size: 0.7 * size, opacity: FADED } : {};
  return { trace: { ...trace, selectedpoints, unselected: { marker: { color, ...points } } } };
}

/** The same trace twice, each with gaps where the other has points, so that places stay. */
function splitTrace(
  trace: Trace,
  chosen: Uint8Array,
  scheme: Scheme,
): { readonly trace: Trace; readonly above?: Trace } {
  const others = chosen.map((one) => 1 - one);
  const color = SURFACES[scheme].faint;
  const faint = {
    ...trace,
    opacity: FADED,
    marker: { ...asObject(trace.marker), color },
    line: { ...asObject(trace.line), color },
    y: withGaps(trace.y, others),
  };
  if (!chosen.includes(1)) return { trace: faint };
  const above = { ...trace, y: withGaps(trace.y, chosen) };
  return { trace: { ...faint, showlegend: false }, above };
}

function asObject(part: Json | undefined): Trace {
  return isObject(part) ? part : {};
}

function withGaps(items: Json | undefined, kept: Uint8Array): Json {
  const gapped = Float64Array.from(decodeNumbers(items), (number, place) =>
    kept[place] ? number : Number.NaN,
  );
  // Plotly takes arrays of numbers as they are; JSON has only no word for them.
  return gapped as unknown as Json;
}
