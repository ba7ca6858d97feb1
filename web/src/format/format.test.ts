import { describe, expect, test } from "vitest";
import { DEFAULTS, type Settings } from "../settings/settings";
import { formatBytes } from "./bytes";
import { exactValue, formatCount, formatShare, formatValue, plural } from "./numbers";
import { studyTitle } from "./states";
import {
  explainTime,
  formatDuration,
  formatShortTime,
  formatTime,
  utcOffset,
  zoneText,
} from "./times";
import { formatsOf } from "./useFormats";

describe("values", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [0.1 + 0.2, "0.3"],
    [0.94571234567, "0.945712"],
    [-1.5, "−1.5"],
    [1234567.8, "1234568"],
    [123456789, "123456789"],
    [1e9, "1e9"],
    [1.25e-7, "1.25e−7"],
    [0.0001, "0.0001"],
    [0.00009999, "9.999e−5"],
    [6.02214076e23, "6.02214e23"],
    [999999.96, "1000000"],
    ["inf", "∞"],
    ["-inf", "−∞"],
    ["nan", "NaN"],
    [null, ""],
    [undefined, ""],
  ] as const)("%s reads %s", (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  test.each([
    [0.1 + 0.2, "0.30000000000000004", "3e−1"],
    [-1234567.8, "−1234567.8", "−1.235e6"],
    [1.25e-7, "1.25e−7", "1.25e−7"],
    [6.02214076e23, "6.02214076e23", "6.022e23"],
    [32, "32", "32"],
    [123456789012, "123456789012", "1.235e11"],
    [0, "0", "0"],
    ["inf", "∞", "∞"],
    ["nan", "NaN", "NaN"],
  ] as const)("%s in full is %s, in powers of ten %s", (value, full, scientific) => {
    expect(formatValue(value, 4, "full")).toBe(full);
    expect(formatValue(value, 4, "scientific")).toBe(scientific);
  });

  test("copies keep every digit", () => {
    expect(exactValue(0.1 + 0.2)).toBe("0.30000000000000004");
    expect(exactValue("-inf")).toBe("-inf");
  });

  test("counts, shares and plurals", () => {
    expect(formatCount(1234567)).toBe("1,234,567");
    expect(formatShare(0.12345)).toBe("12.3%");
    expect(plural(1, "trial")).toBe("1 trial");
    expect(plural(2000, "study", "studies")).toBe("2,000 studies");
  });
});

describe("durations", () => {
  test.each([
    [0, "0 s"],
    [0.0123456, "12.3 ms"],
    [0.9996, "1 s"],
    [1.234, "1.23 s"],
    [59.96, "1 min"],
    [75, "1 min 15 s"],
    [3599.6, "1 h"],
    [3660, "1 h 1 min"],
    [7199.9, "2 h"],
    [90000, "1 d 1 h"],
    [86400 * 3 - 1, "3 d"],
    [-2, "−2 s"],
    [null, ""],
    [Number.NaN, ""],
  ])("%s s reads %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe("times", () => {
  const written = "2026-03-02T23:15:00.123456";

  test("an unknown clock is shown as written, in any zone", () => {
    expect(formatTime(written, "as-written", "Asia/Tokyo")).toBe("2026-03-02 23:15:00");
    expect(explainTime(written, "as-written")).toContain("as written");
  });

  test("a UTC clock is shown in the viewer's zone, with UTC in the tooltip", () => {
    expect(formatTime(`${written}Z`, "utc", "Asia/Tokyo")).toBe("2026-03-03 08:15:00");
    expect(formatTime(written, "utc", "UTC")).toBe("2026-03-02 23:15:00");
    expect(explainTime(`${written}Z`, "utc")).toBe("2026-03-02 23:15:00.123456 UTC");
  });

  test("short form and nothing", () => {
    expect(formatShortTime(`${written}Z`, "utc", "UTC")).toBe("2 Mar 2026, 23:15");
    expect(formatTime(null, "utc")).toBe("");
    expect(formatTime("soon", "utc")).toBe("");
  });
});

describe("the time zone", () => {
  test("is told of every clock", () => {
    expect(zoneText("utc", "Asia/Tokyo")).toBe("Asia/Tokyo");
    expect(zoneText("as-written", "Asia/Tokyo")).toBe("as written");
    expect(zoneText("utc")).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  test.each([
    ["2026-01-15T12:00:00Z", "Europe/Zurich", 60],
    ["2026-07-15T12:00:00Z", "Europe/Zurich", 120],
    // A second before the clocks change, and when they do.
    ["2026-03-29T00:59:59.999Z", "Europe/Zurich", 60],
    ["2026-03-29T01:00:00Z", "Europe/Zurich", 120],
    ["2026-10-25T00:59:59Z", "Europe/Zurich", 120],
    ["2026-10-25T01:00:00Z", "Europe/Zurich", 60],
    ["2026-01-15T12:00:00.123456Z", "America/St_Johns", -210],
    ["2026-01-15T12:00:00Z", "Asia/Kathmandu", 345],
    ["2026-01-15T12:00:00Z", "UTC", 0],
    ["soon", "Asia/Tokyo", 0],
  ])("at %s in %s is %i minutes ahead", (iso, zone, minutes) => {
    expect(utcOffset(iso, zone)).toBe(minutes);
  });

  test("changes the times that a clock shows, and twice in autumn to the same", () => {
    const shown = (iso: string) => formatTime(iso, "utc", "Europe/Zurich");
    expect(shown("2026-03-29T01:00:00Z")).toBe("2026-03-29 03:00:00");
    expect(shown("2026-10-25T00:30:00Z")).toBe("2026-10-25 02:30:00");
    expect(shown("2026-10-25T01:30:00Z")).toBe("2026-10-25 02:30:00");
    expect(explainTime("2026-10-25T01:30:00Z", "utc")).toBe("2026-10-25 01:30:00 UTC");
  });
});

describe("the formats of the user", () => {
  const formats = (change: Partial<Settings>) =>
    formatsOf({ ...DEFAULTS, ...change }, "Asia/Tokyo");

  test("write numbers, also those in attributes", () => {
    const { formatValue: value, formatJson: json } = formats({ numbers: "scientific", digits: 3 });
    expect([value(0.123456), json(0.123456), json("0.123456"), json([0.123456])]).toEqual([
      "1.23e−1",
      "1.23e−1",
      "0.123456",
      "[0.123456]",
    ]);
  });

  test("keep to the room that there is", () => {
    expect(formats({ numbers: "full" }).formatValue(Math.PI, 3)).toBe("3.14");
    expect(formats({ digits: 12 }).formatValue(Math.PI, 3)).toBe("3.14");
    expect(formats({ digits: 3 }).formatValue(Math.PI, 6)).toBe("3.14");
  });

  test("write times in the chosen zone, where it is known in which they are", () => {
    const iso = "2026-03-02T23:15:00";
    const times = (["written", "utc", "local"] as const).map((zone) => {
      const { formatTime: time, formatShortTime: short, zoneText: name } = formats({ zone });
      return [time(iso, "utc"), name("utc"), short(iso, "utc"), time(iso, "as-written")];
    });
    const known = ["2026-03-02 23:15:00", "UTC", "2 Mar 2026, 23:15", "2026-03-02 23:15:00"];
    expect(times).toEqual([
      known,
      known,
      ["2026-03-03 08:15:00", "Asia/Tokyo", "3 Mar 2026, 08:15", "2026-03-02 23:15:00"],
    ]);
  });
});

test("bytes and names", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(381_000)).toBe("381 kB");
  expect(formatBytes(1_234_567_890)).toBe("1.23 GB");
  expect(studyTitle(" ")).toBe("(no name)");
});
