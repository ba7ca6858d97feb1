// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useNear } from "./useNear";

let report: (isIntersecting: boolean) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        report = (isIntersecting) => callback([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function near(enabled = true) {
  const element = { current: document.createElement("div") };
  const { result } = renderHook(() => useNear(element, enabled));
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
  return { result, pass };
}

describe("an element that is waited for", () => {
  it("is near once it stays close to the window, and far again afterwards", () => {
    const { result, pass } = near();
    expect(result.current).toBe(false);
    report(true);
    pass(1000);
    expect(result.current).toBe(true);
    report(false);
    pass(0);
    expect(result.current).toBe(false);
  });

  it("is not near when it only flies by", () => {
    const { result, pass } = near();
    report(true);
    pass(50);
    report(false);
    pass(1000);
    expect(result.current).toBe(false);
  });

  it("is always near where nothing waits", () => {
    expect(near(false).result.current).toBe(true);
  });
});
