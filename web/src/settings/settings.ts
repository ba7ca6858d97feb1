/** What the user chose for all pages. The theme is kept apart, by MUI. */
export interface Settings {
  /** How figures look. */
  readonly template: TemplateName;
  readonly numbers: NumberStyle;
  /** Significant digits of numbers that are not shown in full. */
  readonly digits: number;
  /** In which zone times are shown, as far as the file says which they are in. */
  readonly zone: Zone;
}

export type TemplateName = (typeof TEMPLATES)[number];
export type NumberStyle = (typeof NUMBER_STYLES)[number];
export type Zone = (typeof ZONES)[number];

export const TEMPLATES = ["default", "shaded", "presentation", "paper"] as const;
export const NUMBER_STYLES = ["short", "full", "scientific"] as const;
export const DIGITS = [3, 4, 6, 8, 10, 12] as const;
export const ZONES = ["written", "utc", "local"] as const;

export const DEFAULTS: Settings = {
  template: "default",
  numbers: "short",
  digits: 6,
  zone: "local",
};

/** Settings from remembered text; what is missing, unknown or garbage is as it was at first. */
export function parseSettings(text: string | null): Settings {
  const { template, numbers, digits, zone } = parseObject(text);
  return {
    template: oneOf(TEMPLATES, template, DEFAULTS.template),
    numbers: oneOf(NUMBER_STYLES, numbers, DEFAULTS.numbers),
    digits: oneOf<number>(DIGITS, digits, DEFAULTS.digits),
    zone: oneOf(ZONES, zone, DEFAULTS.zone),
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
