import { useMemo } from "react";
import type { ClockName, Json } from "../api/types";
import type { Settings } from "../settings/settings";
import { useSettings } from "../settings/useSettings";
import { formatJson } from "./json";
import { formatValue, type Value } from "./numbers";
import { formatShortTime, formatTime, zoneText } from "./times";

/** How the user wants data to be written. */
export interface Formats {
  /** `most` is how many digits there is room for; a number in full has no such place. */
  readonly formatValue: (value: Value | null | undefined, most?: number) => string;
  readonly formatJson: (value: Json | undefined) => string;
  readonly formatTime: (iso: string | null | undefined, clock: ClockName) => string;
  readonly formatShortTime: (iso: string | null | undefined, clock: ClockName) => string;
  /** In which zone the times of such a clock are written. */
  readonly zoneText: (clock: ClockName) => string;
}

export function useFormats(): Formats {
  const settings = useSettings();
  return useMemo(() => formatsOf(settings), [settings]);
}

/** @param local the name of the user's own time zone, if not that of the browser */
export function formatsOf({ numbers, digits, zone }: Settings, local?: string): Formats {
  const shownZone = zone === "local" ? local : "UTC";
  const number: Formats["formatValue"] = (value, most) =>
    most === undefined
      ? formatValue(value, digits, numbers)
      : formatValue(value, Math.min(most, digits), numbers === "full" ? "short" : numbers);
  return {
    formatValue: number,
    formatJson: (value) => formatJson(value, number),
    formatTime: (iso, clock) => formatTime(iso, clock, shownZone),
    formatShortTime: (iso, clock) => formatShortTime(iso, clock, shownZone),
    zoneText: (clock) => zoneText(clock, shownZone),
  };
}
