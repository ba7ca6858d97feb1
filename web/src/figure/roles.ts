import { type Scheme, STATE_COLORS, type StateColor, SURFACES } from "../theme/colors";

/** What the points or the line of a trace mean; the core names it in the trace's `meta`. */
export type Role =
  | "complete"
  | "pruned"
  | "infeasible"
  | "failed"
  | "running"
  | "waiting"
  | "best"
  | "front"
  | "dominated"
  | "distribution"
  | "hypervolume"
  | "importance"
  | "improvement"
  | "preference"
  | "skipped"
  | "taken-back"
  | "worse"
  | "threshold"
  /** Points with a colour each, from the scale of their number, their value or their rank. */
  | "trial-number"
  | "value"
  | "rank"
  | "surface"
  | "over-surface";

const COLORS: Readonly<Record<Role, StateColor | "ink">> = {
  complete: "complete",
  dominated: "complete",
  pruned: "pruned",
  infeasible: "infeasible",
  failed: "failed",
  running: "running",
  waiting: "waiting",
  best: "best",
  front: "best",
  distribution: "complete",
  hypervolume: "complete",
  importance: "complete",
  improvement: "complete",
  preference: "waiting",
  skipped: "infeasible",
  "taken-back": "waiting",
  worse: "failed",
  threshold: "failed",
  "trial-number": "complete",
  value: "complete",
  rank: "complete",
  surface: "complete",
  // On colours of every lightness only ink stands out, with a line of the page around it.
  "over-surface": "ink",
};

/**
 * Colours of studies or other series drawn together (Okabe and Ito's set, darkened or lightened until each
 * keeps 3:1 against the page). More series than colours start again; names tell them apart.
 */
const SERIES_COLORS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ["#0072b2", "#c26a00", "#00805e", "#a8447f", "#2f8fc4", "#b23c00", "#7d7400", "#4a4f57"],
  dark: ["#56b4e9", "#e69f00", "#2fc79a", "#de9cc3", "#5d9cf5", "#f0804a", "#e3d84a", "#c3c9d2"],
};

export function seriesColors(scheme: Scheme): readonly string[] {
  return SERIES_COLORS[scheme];
}

/**
 * The colour of a role. `series` is the place of its study, when several are drawn together;
 * the core gives studies of the same colour other shapes and dashes.
 */
export function roleColor(role: string | undefined, scheme: Scheme, series?: number): string {
  const colors = SERIES_COLORS[scheme];
  const ofSeries = series === undefined ? undefined : colors[series % colors.length];
  if (ofSeries) return ofSeries;
  const color = COLORS[isRole(role) ? role : "complete"];
  return color === "ink" ? SURFACES[scheme].ink : STATE_COLORS[scheme][color];
}

/** Fainter as points crowd, so that dense places show as dense; what matters most never is. */
export function roleOpacity(role: string | undefined, count: number): number {
  if (role === "best" || role === "front") return 1;
  if (count <= 300) return 0.85;
  if (count <= 2_000) return 0.7;
  return count <= 20_000 ? 0.5 : 0.35;
}

export function isRole(role: string | undefined): role is Role {
  return role !== undefined && Object.hasOwn(COLORS, role);
}
