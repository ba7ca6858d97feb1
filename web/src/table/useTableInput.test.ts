// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import type { KeyboardEvent } from "react";
import { expect, test, vi } from "vitest";
import type { Ticking } from "./ticks/useTicking";
import { useTableInput } from "./useTableInput";
import type { TrialRows } from "./useTrialRows";

function press(key: string, ctrlKey: boolean) {
  const toggleAll = vi.fn<() => void>();
  const table = {};
  const event = {
    key,
    ctrlKey,
    target: table,
    currentTarget: table,
    preventDefault: vi.fn(),
    stopPropagation: vi.fn(),
  };
  const rows = { active: null, count: 0, long: { pageRows: 1 } } as TrialRows;
  const ticking = { share: "none", toggleAll } as unknown as Ticking;
  const { result } = renderHook(() => useTableInput(rows, ticking, vi.fn()));
  result.current.onKeyDown(event as unknown as KeyboardEvent);
  return { ...event, toggleAll };
}

test("Ctrl+A ticks all rows, and nobody else hears of it", () => {
  const { toggleAll, preventDefault, stopPropagation } = press("a", true);
  for (const call of [toggleAll, preventDefault, stopPropagation]) {
    expect(call).toHaveBeenCalledTimes(1);
  }
});

test("a command that is not for the table goes on", () => {
  const { toggleAll, preventDefault, stopPropagation } = press("s", true);
  for (const call of [toggleAll, preventDefault, stopPropagation]) {
    expect(call).not.toHaveBeenCalled();
  }
});
