import { describe, expect, test } from "vitest";
import { formatBytes } from "./bytes";
import { exactValue, formatCount, formatShare, formatValue, plural } from "./numbers";
import { studyTitle } from "./states";
import { explainTime, formatDuration, formatShortTime, formatTime } from "./times";

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

test("bytes and names", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(381_000)).toBe("381 kB");
  expect(formatBytes(1_234_567_890)).toBe("1.23 GB");
  expect(studyTitle(" ")).toBe("(no name)");
});
