import type { Scheme, Surfaces } from "./colors";

/** What a host prescribes of the page's look. Colours as `#rrggbb`, for drawings use them too. */
export interface Look {
  readonly scheme: Scheme;
  readonly surfaces: Surfaces;
  /** Links, and whatever else may be pressed. */
  readonly accent: string;
  /** Around what has the focus. */
  readonly focus: string;
  /** As in CSS. */
  readonly font: string;
  /** That of code. */
  readonly mono: string;
  /** Of ordinary text, in pixels. */
  readonly fontSize: number;
}
