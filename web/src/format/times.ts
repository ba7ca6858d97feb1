import type { ClockName } from "../api/types";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Seconds with the units that suit their size: "12 ms", "1.23 s", "1 min 15 s", "2 d 3 h". */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 0) return `\u2212${formatDuration(-seconds)}`;
  if (seconds === 0) return "0 s";
  if (seconds < 0.9995) return `${Number((seconds * 1000).toPrecision(3))} ms`;
  if (seconds < 59.95) return `${Number(seconds.toPrecision(3))} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return pair(whole, 60, "min", 1, "s");
  if (whole < 86_400) return pair(whole, 3600, "h", 60, "min");
  return pair(whole, 86_400, "d", 3600, "h");
}

/**
 * A time for reading. Times of a UTC clock are shown in `zone` (the viewer's, by default);
 * those of an unknown clock exactly as the program wrote them.
 */
export function formatTime(
  iso: string | null | undefined,
  clock: ClockName,
  zone?: string,
): string {
  const parts = iso ? timeParts(iso, clock, zone) : null;
  return parts ? `${parts.date} ${parts.time}` : "";
}

/** The day and minute, for narrow columns: "22 Nov 2026, 02:20". */
export function formatShortTime(
  iso: string | null | undefined,
  clock: ClockName,
  zone?: string,
): string {
  const parts = iso ? timeParts(iso, clock, zone) : null;
  if (!parts) return "";
  const [year = "", month = "1", day = ""] = parts.date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${parts.time.slice(0, 5)}`;
}

/** What a time means, for its tooltip. */
export function explainTime(iso: string | null | undefined, clock: ClockName): string {
  if (!iso) return "";
  const plain = iso.replace("T", " ").replace(/(Z|\+00:00)$/, "");
  return clock === "utc"
    ? `${plain} UTC`
    : `${plain}, as written: the time zone is not in the file`;
}

/** In which zone `formatTime` writes, in a few words. */
export function zoneText(clock: ClockName, zone?: string): string {
  if (clock === "as-written") return "as written";
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** By how many minutes the clocks of a zone are ahead of UTC at this moment of a UTC clock. */
export function utcOffset(iso: string, zone?: string): number {
  const instant = instantOf(iso);
  if (!instant) return 0;
  const { date, time } = inZone(instant, zone);
  return Math.round((Date.parse(`${date}T${time}Z`) - instant.getTime()) / 60_000);
}

interface TimeParts {
  readonly date: string;
  readonly time: string;
}

const WRITTEN = /^(\d+-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/;

function timeParts(iso: string, clock: ClockName, zone?: string): TimeParts | null {
  const [, date, time] = WRITTEN.exec(iso) ?? [];
  const instant = instantOf(iso);
  if (!date || !time || !instant) return null;
  return clock === "as-written" ? { date, time } : inZone(instant, zone);
}

/** The moment, to the second, of a time on a UTC clock. */
function instantOf(iso: string): Date | null {
  const [, date, time] = WRITTEN.exec(iso) ?? [];
  return date && time ? new Date(`${date}T${time}Z`) : null;
}

function inZone(instant: Date, zone?: string): TimeParts {
  // Swedish writes dates as ISO does.
  const text = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "medium",
    ...(zone ? { timeZone: zone } : {}),
  }).format(instant);
  const [date = "", time = ""] = text.split(" ");
  return { date, time };
}

function pair(
  seconds: number,
  big: number,
  bigUnit: string,
  small: number,
  smallUnit: string,
): string {
  const rounded = Math.round(seconds / small) * small;
  const rest = Math.round((rounded % big) / small);
  const head = `${Math.floor(rounded / big)} ${bigUnit}`;
  return rest ? `${head} ${rest} ${smallUnit}` : head;
}
