// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { MultiSelectOption } from "../api/types";
import { MultiSelect } from "./MultiSelect";

// Drawing controls in a made-up browser takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const AXES: MultiSelectOption = {
  type: "multiselect",
  name: "axes",
  label: "Axes",
  choices: ["a", "b,c", "d", "e"].map((name) => ({ value: `param:${name}`, label: name })),
  default: "param:a",
  most: 3,
};

afterEach(cleanup);

function Held({ onValue }: { readonly onValue: (value: string) => void }): ReactNode {
  const [value, setValue] = useState(AXES.default);
  const choose = (next: string) => {
    setValue(next);
    onValue(next);
  };
  return <MultiSelect option={AXES} value={value} onChange={choose} />;
}

function show(): { readonly value: () => string } {
  let current = AXES.default;
  render(
    <Held
      onValue={(value) => {
        current = value;
      }}
    />,
  );
  return { value: () => current };
}

const box = () => screen.getByRole("combobox", { name: "Axes" });

describe("a control of several choices", () => {
  it("finds a choice by typing, and adds it after those before", () => {
    const { value } = show();
    fireEvent.change(box(), { target: { value: "b" } });
    fireEvent.keyDown(box(), { key: "ArrowDown" });
    fireEvent.keyDown(box(), { key: "Enter" });
    expect(value()).toBe("param:a,param:b%2Cc");
  });

  it("removes the last choice by a key, down to none", () => {
    const { value } = show();
    fireEvent.keyDown(box(), { key: "Backspace" });
    expect(value()).toBe("");
  });

  it("says when no more can be chosen", () => {
    show();
    fireEvent.keyDown(box(), { key: "ArrowDown" });
    for (const name of ["b,c", "d"]) fireEvent.click(screen.getByRole("option", { name }));
    expect(screen.getByText("At most 3")).toBeTruthy();
    const disabled = (name: string) =>
      screen.getByRole("option", { name }).getAttribute("aria-disabled");
    expect(disabled("e")).toBe("true");
    expect(disabled("a")).toBe("false");
  });
});
