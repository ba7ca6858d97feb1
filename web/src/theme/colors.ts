/**
 * One set of colours for what data means, in pages and figures alike.
 *
 * Chosen to stay apart in the common forms of colour blindness (distance in OKLab of at
 * least 0.07 after simulating deuteranopia and protanopia) and to keep 3:1 against the
 * page. They are never the only sign: a label, a shape or a place goes with each.
 */
export const STATE_COLORS = {
  light: {
    complete: "#1768b8",
    pruned: "#c47f00",
    failed: "#a8201a",
    running: "#00876b",
    waiting: "#868e9b",
    unknown: "#59616d",
    infeasible: "#8a919d",
    best: "#8a1a80",
  },
  dark: {
    complete: "#4ea3f0",
    pruned: "#f2bb45",
    failed: "#f0644a",
    running: "#2fd0a5",
    waiting: "#8b94a3",
    unknown: "#a3acb8",
    infeasible: "#848d9b",
    best: "#f3a6e6",
  },
} as const;

export type Scheme = keyof typeof STATE_COLORS;
export type StateColor = keyof (typeof STATE_COLORS)["light"];

export interface Surfaces {
  readonly page: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  /** Behind data: never as strong as it. */
  readonly grid: string;
  readonly ink: string;
  readonly muted: string;
  /** For data that stands back behind other data. */
  readonly faint: string;
}

export const SURFACES: Record<Scheme, Surfaces> = {
  light: {
    page: "#ffffff",
    raised: "#ffffff",
    sunken: "#f6f7f9",
    line: "#dfe3e8",
    grid: "#dfe3e8",
    faint: "#c9ced6",
    ink: "#15191f",
    muted: "#59616d",
  },
  dark: {
    page: "#12151a",
    raised: "#1a1e25",
    sunken: "#171b21",
    line: "#2c323b",
    grid: "#2c323b",
    faint: "#3f4752",
    ink: "#e9edf2",
    muted: "#a3acb8",
  },
};

/** The CSS variable of a state's colour: follows the colour scheme without a new render. */
export function stateColorVar(state: StateColor): string {
  return `var(--mui-palette-state-${state})`;
}
