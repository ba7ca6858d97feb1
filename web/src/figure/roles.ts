import { type Scheme, STATE_COLORS, type StateColor, SURFACES } from "../theme/colors";

/** What the points or the line of a trace mean; Python names it in the trace's `meta`. */
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

interface RoleShape {
  readonly color: StateColor;
  readonly symbol: string;
  /** 3D scenes know fewer symbols. */
  readonly symbol3d: string;
  /** Marker size against that of a plain point. */
  readonly scale: number;
}

const SHAPES: Readonly<Record<Role, RoleShape>> = {
  complete: { color: "complete", symbol: "circle", symbol3d: "circle", scale: 1 },
  dominated: { color: "complete", symbol: "circle", symbol3d: "circle", scale: 1 },
  pruned: { color: "pruned", symbol: "triangle-down", symbol3d: "square", scale: 1.15 },
  infeasible: { color: "infeasible", symbol: "x", symbol3d: "x", scale: 1 },
  failed: { color: "failed", symbol: "cross", symbol3d: "cross", scale: 1.1 },
  running: { color: "running", symbol: "circle-open", symbol3d: "circle-open", scale: 1.1 },
  waiting: { color: "waiting", symbol: "square-open", symbol3d: "square-open", scale: 1.1 },
  best: { color: "best", symbol: "star", symbol3d: "diamond", scale: 1.4 },
  front: { color: "best", symbol: "diamond", symbol3d: "diamond", scale: 1.35 },
};

/**
 * Colours of studies drawn together (Okabe and Ito's set, darkened or lightened until each
 * keeps 3:1 against the page). More studies than colours start again; names tell them apart.
 */
const STUDY_COLORS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ["#0072b2", "#c26a00", "#00805e", "#a8447f", "#2f8fc4", "#b23c00", "#7d7400", "#4a4f57"],
  dark: ["#56b4e9", "#e69f00", "#2fc79a", "#de9cc3", "#5d9cf5", "#f0804a", "#e3d84a", "#c3c9d2"],
};

export interface RoleStyle {
  readonly color: string;
  readonly symbol: string;
  readonly symbol3d: string;
  readonly scale: number;
}

/** How a role looks. `study` is the place of its study when several are drawn together. */
export function roleStyle(role: string | undefined, scheme: Scheme, study?: number): RoleStyle {
  const shape = SHAPES[isRole(role) ? role : "complete"];
  const colors = STUDY_COLORS[scheme];
  const color =
    study === undefined ? STATE_COLORS[scheme][shape.color] : colors[study % colors.length];
  return { ...shape, color: color ?? SURFACES[scheme].ink };
}

function isRole(role: string | undefined): role is Role {
  return role !== undefined && Object.hasOwn(SHAPES, role);
}

/** Smaller and fainter as points crowd, so that dense places show as dense. */
export function pointLook(count: number): { size: number; opacity: number } {
  if (count <= 300) return { size: 8, opacity: 0.85 };
  if (count <= 2_000) return { size: 6, opacity: 0.75 };
  if (count <= 20_000) return { size: 4, opacity: 0.6 };
  return { size: 3, opacity: 0.45 };
}
