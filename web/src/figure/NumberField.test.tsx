// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { NumberOption } from "../api/types";
import { NumberField } from "./NumberField";

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const REFERENCE: NumberOption = {
  type: "number",
  name: "reference0",
  label: "Reference",
  min: null,
  whole: false,
  default: "",
};
const STAGNATION: NumberOption = { ...REFERENCE, min: 0, whole: true, default: "30" };

function show(option: NumberOption, value = option.default) {
  const taken: string[] = [];
  render(<NumberField option={option} value={value} onChange={(next) => taken.push(next)} />);
  const field = screen.getByRole<HTMLInputElement>("spinbutton", { name: "Reference" });
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  return { taken, field, type };
}

describe("a number", () => {
  it("is taken when it is finished", () => {
    const { taken, field, type } = show(REFERENCE);
    expect(field.placeholder).toBe("automatic");
    type("1.5");
    expect(taken).toEqual([]);
    fireEvent.keyDown(field, { key: "Enter" });
    expect(taken).toEqual(["1.5"]);
    type("2");
    fireEvent.blur(field);
    expect(taken).toEqual(["1.5", "2"]);
  });

  it("is what it was by itself when nothing is left of it", () => {
    const { taken, field, type } = show(STAGNATION, "7");
    type("");
    fireEvent.blur(field);
    expect(taken).toEqual(["30"]);
  });

  it.each(["-1", "2.5"])("is not taken when it cannot be: %s", (text) => {
    const { taken, field, type } = show(STAGNATION);
    type(text);
    fireEvent.blur(field);
    expect(taken).toEqual([]);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("A whole number from 0 on")).toBeTruthy();
  });
});
