import { type Scheme, STATE_COLORS, type StateColor } from "../theme/colors";

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
  | "dominated";

const COLORS: Readonly<Record<Role, StateColor>> = {
  complete: "complete",
  dominated: "complete",
  pruned: "pruned",
  infeasible: "infeasible",
  failed: "failed",
  running: "running",
  waiting: "waiting",
  best: "best",
  front: "best",
};

/**
 * Colours of studies drawn together (Okabe and Ito's set, darkened or lightened until each
 * keeps 3:1 against the page). More studies than colours start again; names tell them apart.
 */
const STUDY_COLORS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ["#0072b2", "#c26a00", "#00805e", "#a8447f", "#2f8fc4", "#b23c00", "#7d7400", "#4a4f57"],
  dark: ["#56b4e9", "#e69f00", "#2fc79a", "#de9cc3", "#5d9cf5", "#f0804a", "#e3d84a", "#c3c9d2"],
};

/** The colour of a role. `study` is the place of its study when several are drawn together. */
export function roleColor(role: string | undefined, scheme: Scheme, study?: number): string {
  const studies = STUDY_COLORS[scheme];
  const ofStudy = study === undefined ? undefined : studies[study % studies.length];
  return ofStudy ?? STATE_COLORS[scheme][COLORS[isRole(role) ? role : "complete"]];
}

/** Fainter as points crowd, so that dense places show as dense; what matters most never is. */
export function roleOpacity(role: string | undefined, count: number): number {
  if (role === "best" || role === "front") return 1;
  if (count <= 300) return 0.85;
  if (count <= 2_000) return 0.7;
  return count <= 20_000 ? 0.5 : 0.35;
}

function isRole(role: string | undefined): role is Role {
  return role !== undefined && Object.hasOwn(COLORS, role);
}
