import { createTheme, type Theme } from "@mui/material/styles";
import { type Scheme, STATE_COLORS, SURFACES } from "./colors";
import { FONTS, MONO } from "./fonts";
import type { Look } from "./look";

declare module "@mui/material/styles" {
  interface Palette {
    state: Record<keyof (typeof STATE_COLORS)["light"], string>;
    surface: { sunken: string };
  }
  interface PaletteOptions {
    state?: Record<keyof (typeof STATE_COLORS)["light"], string>;
    surface?: { sunken: string };
  }
}

/** The size of ordinary text, as a multiple of that of the document. */
const BODY = 0.875;

/**
 * On a page without a scrollbar nothing is drawn where one would be (`scrollbarGutter`), which
 * still counts as window: what stands there would be cut off.
 */
const BESIDE_THE_GUTTER = { name: "preventOverflow", options: { padding: { right: 16 } } };

const OPTIONS = {
  cssVariables: { colorSchemeSelector: "data-color-scheme" },
  colorSchemes: { light: { palette: palette("light") }, dark: { palette: palette("dark") } },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: FONTS.text,
    fontSize: 14,
    h1: { fontSize: "1.75rem", fontWeight: 650, lineHeight: 1.25, letterSpacing: "-0.01em" },
    h2: { fontSize: "1.125rem", fontWeight: 650, lineHeight: 1.35 },
    h3: { fontSize: "0.9375rem", fontWeight: 650, lineHeight: 1.4 },
    body1: { fontSize: "0.9375rem", lineHeight: 1.5 },
    body2: { fontSize: `${BODY}rem`, lineHeight: 1.45 },
    caption: { fontSize: "0.8125rem", lineHeight: 1.4 },
    button: { textTransform: "none" as const, fontWeight: 600 },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 140,
      complex: 140,
      enteringScreen: 120,
      leavingScreen: 100,
    },
  },
  components: {
    MuiCssBaseline: { styleOverrides: () => baseline() },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
    MuiTooltip: {
      defaultProps: {
        enterDelay: 400,
        arrow: false,
        slotProps: { popper: { modifiers: [BESIDE_THE_GUTTER] } },
      },
    },
    MuiLink: { defaultProps: { underline: "hover" as const } },
  },
};

export const theme = createTheme(OPTIONS);

/** The theme in the look of a host, whose surfaces and fonts stand in `SURFACES` and `FONTS` already. */
export function themeIn({ scheme, accent, focus, font, fontSize }: Look): Theme {
  const colors = { ...palette(scheme), primary: { main: accent } };
  return createTheme({
    ...OPTIONS,
    colorSchemes: { ...OPTIONS.colorSchemes, [scheme]: { palette: colors } },
    typography: { ...OPTIONS.typography, fontFamily: font },
    components: {
      ...OPTIONS.components,
      MuiCssBaseline: { styleOverrides: () => baseline(focus, `${fontSize / BODY}px`) },
    },
  });
}

function palette(scheme: Scheme) {
  const surface = SURFACES[scheme];
  const primary =
    scheme === "light"
      ? { main: "#3b4cca", contrastText: "#ffffff" }
      : { main: "#9dabff", contrastText: "#10142a" };
  const state = STATE_COLORS[scheme];
  return {
    primary,
    state,
    surface: { sunken: surface.sunken },
    error: { main: state.failed },
    warning: { main: scheme === "light" ? "#8a5a00" : state.pruned },
    success: { main: state.running },
    info: { main: state.complete },
    divider: surface.line,
    text: { primary: surface.ink, secondary: surface.muted },
    background: { default: surface.page, paper: surface.raised },
  };
}

function baseline(focus = "var(--mui-palette-primary-main)", fontSize = "100%") {
  return {
    html: { scrollbarGutter: "stable", fontSize, "--mono": FONTS.mono },
    body: { fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" as const },
    code: { fontFamily: MONO, fontSize: "0.9em" },
    ":focus-visible": {
      outline: `2px solid ${focus}`,
      outlineOffset: 2,
    },
    "@media (prefers-reduced-motion: reduce)": {
      "*, *::before, *::after": {
        animationDuration: "0.01ms !important",
        animationIterationCount: "1 !important",
        // Not merely short: a colour would pass through all elements that inherit it, one by one.
        transitionProperty: "none !important",
        scrollBehavior: "auto !important",
      },
    },
  };
}
