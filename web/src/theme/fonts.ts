/** What pages and figures are written in; a host may put its own in their place. */
export const FONTS = {
  text: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
};

/** For styles, which are made before a host has said its own. */
export const MONO = "var(--mono)";
