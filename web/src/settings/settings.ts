/** What the user chose for all pages. The theme is kept apart, by MUI. */
export interface Settings {
  /** How figures look. */
  readonly template: TemplateName;
  readonly numbers: NumberStyle;
  /** Significant digits of numbers that are not shown in full. */
  readonly digits: number;
  /** In which zone times are shown, as far as the file says which they are in. */
  readonly zone: Zone;
  /** Whether the pages of a study stand at its side with their names, or as signs only. */
  readonly rail: Rail;
}

export type TemplateName = (typeof TEMPLATES)[number];
export type NumberStyle = (typeof NUMBER_STYLES)[number];
export type Zone = (typeof ZONES)[number];
export type Rail = (typeof RAILS)[number];

export const TEMPLATES = ["default", "shaded", "presentation", "paper"] as const;
export const NUMBER_STYLES = ["short", "full", "scientific"] as const;
export const DIGITS = [3, 4, 6, 8, 10, 12] as const;
export const ZONES = ["written", "utc", "local"] as const;
export const RAILS = ["names", "signs"] as const;

export const DEFAULTS: Settings = {
  template: "default",
  numbers: "short",
  digits: 6,
  zone: "local",
  rail: "names",
};

/** Settings from remembered text; what is missing, unknown or garbage is as it was at first. */
export function parseSettings(text: string | null): Settings {
  const { template, numbers, digits, zone, rail } = parseObject(text);
  return {
    template: oneOf(TEMPLATES, template, DEFAULTS.template),
    numbers: oneOf(NUMBER_STYLES, numbers, DEFAULTS.numbers),
    digits: oneOf<number>(DIGITS, digits, DEFAULTS.digits),
    zone: oneOf(ZONES, zone, DEFAULTS.zone),
    rail: oneOf(RAILS, rail, DEFAULTS.rail),
  };
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    // Of anything but an object, every property is undefined; only null has none.
    return JSON.parse(text ?? "{}") ?? {};
  } catch {
    return {};
  }
}

function oneOf<T>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}
