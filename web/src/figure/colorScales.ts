import type { Scheme } from "../theme/colors";

export type ColorScale = readonly (readonly [number, string])[];

/** Faint to strong against the page, so that more stands out more. */
export const SEQUENTIAL: Readonly<Record<Scheme, ColorScale>> = {
  light: [
    [0, "#c9ddf0"],
    [0.5, "#4f8fc7"],
    [1, "#0b2f5c"],
  ],
  dark: [
    [0, "#1f3a5a"],
    [0.5, "#4d8fd0"],
    [1, "#d5ebff"],
  ],
};

/** The same for trials on a Pareto front, around the colour that they have on this page. */
export const FRONT: Readonly<Record<Scheme, ColorScale>> = {
  light: [
    [0, "#ecc4e6"],
    [0.5, "#b04fa5"],
    [1, "#4f0a49"],
  ],
  dark: [
    [0, "#47203f"],
    [0.5, "#c56fb8"],
    [1, "#fbdcf5"],
  ],
};

/**
 * Strong to faint, in several hues, so that quarters can be told apart: a rank begins with
 * what is better. The lightness alone tells the order.
 */
export const RANK: Readonly<Record<Scheme, ColorScale>> = {
  light: [
    [0, "#0b2f5c"],
    [0.35, "#177a8c"],
    [0.7, "#86bf86"],
    [1, "#efe1a1"],
  ],
  dark: [
    [0, "#fbf0a0"],
    [0.35, "#86cc8a"],
    [0.7, "#2b8796"],
    [1, "#2a4570"],
  ],
};
