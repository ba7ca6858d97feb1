// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { FigureHeader } from "./FigureHeader";
import type { FileFormat } from "./save";

afterEach(cleanup);

function formats(hasTable: boolean, onSave: (format: FileFormat) => Promise<void>): string[] {
  render(
    <FigureHeader
      id="heading"
      title="History"
      description=""
      enlarged={false}
      enlargeRef={createRef<HTMLButtonElement>()}
      onEnlarge={() => undefined}
      boxMode={null}
      onResetZoom={undefined}
      onSave={onSave}
      hasTable={hasTable}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Save History" }));
  return screen.getAllByRole("menuitem").map((item) => item.textContent ?? "");
}

const PICTURES = ["Picture (PNG)", "Drawing (SVG)", "Figure (Plotly JSON)"];

test("the numbers of a figure are saved where it has a table", async () => {
  const save = vi.fn(() => Promise.resolve());
  expect(formats(true, save)).toEqual([...PICTURES, "Numbers (CSV)"]);
  fireEvent.click(screen.getByRole("menuitem", { name: "Numbers (CSV)" }));
  expect(save).toHaveBeenCalledExactlyOnceWith("csv");
});

test("a figure without a table is saved as it is drawn", () => {
  expect(formats(false, () => Promise.resolve())).toEqual(PICTURES);
});
