import { describe, expect, it } from "vitest";
import { DURATIONS, NUMBERS, timesOf } from "./rangeTexts";

describe("the ends of a range", () => {
  it.each([
    ["0.5", "0.5"],
    [" 1E-3 ", "1e-3"],
    ["−2", "-2"],
    [".5", ".5"],
    ["inf", "inf"],
    ["1,5", null],
    ["1e", null],
    ["abc", null],
    ["0x10", null],
  ])("as a number: %s is %s", (text, literal) => {
    expect(NUMBERS.toLiteral(text)).toBe(literal);
  });

  it.each([
    ["90", "90"],
    ["90 s", "90"],
    ["1 min 30 s", "90"],
    ["1h30m", "5400"],
    ["250 ms", "0.25"],
    ["1.5 D", "129600"],
    ["0.1s0.2s", "0.3"],
    ["soon", null],
    ["1 h and", null],
    ["-3", null],
  ])("as a duration: %s is %s seconds", (text, literal) => {
    expect(DURATIONS.toLiteral(text)).toBe(literal);
  });

  it("reads a duration as it shows one", () => {
    expect(DURATIONS.toText("5400", "low")).toBe("5400 s");
    expect(DURATIONS.toLiteral(DURATIONS.toText("0.25", "high"))).toBe("0.25");
  });

  describe("as a time", () => {
    const written = timesOf(false);

    it("of an unknown zone is taken as it is", () => {
      expect(written.toLiteral("2026-05-01T12:30")).toBe('"2026-05-01 12:30:00"');
      expect(written.toLiteral("2026-05-01T12:30:05")).toBe('"2026-05-01 12:30:05"');
      expect(written.toLiteral("tomorrow")).toBeNull();
    });

    it("takes in as much as is written", () => {
      expect(written.toText('"2026-05-01"', "low")).toBe("2026-05-01T00:00:00");
      expect(written.toText('"2026-05-01"', "high")).toBe("2026-05-01T23:59:59");
      expect(written.toText('"2026-05-01 12:30"', "high")).toBe("2026-05-01T12:30:59");
      expect(written.toText('"2026-05-01T12:30:05.25"', "high")).toBe("2026-05-01T12:30:05");
      expect(written.toText("3", "low")).toBe("");
    });

    it("of UTC is typed in the zone of the viewer", () => {
      const utc = timesOf(true);
      const offset = new Date("2026-05-01T12:30:00").getTimezoneOffset();
      const literal = utc.toLiteral("2026-05-01T12:30:00") ?? "";
      const written = new Date(`${literal.slice(1, -1).replace(" ", "T")}Z`);
      expect(written.getTime()).toBe(Date.UTC(2026, 4, 1, 12, 30) + offset * 60_000);
      expect(utc.toText(literal, "low")).toBe("2026-05-01T12:30:00");
      expect(utc.toText('"2026-13-01"', "low")).toBe("");
    });
  });
});
