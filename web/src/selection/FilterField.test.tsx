// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Place } from "../api/client";
import { HostContext } from "../hosts/context";
import type { Host } from "../hosts/host";
import { FilterField } from "./FilterField";

// Drawing controls in a made-up browser takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const NAMES = [
  { name: "value", label: "Objective Value", kind: "number" },
  { name: "params.opt", label: "opt", kind: "text", choices: ['"adam"', '"sgd"'] },
];
const HOST = {
  fetch: async () => new Response(JSON.stringify({ names: NAMES, words: [], operators: [] })),
} as unknown as Host;

const applied: string[] = [];
const left = vi.fn();

function show(filter = "", place: Place | null = null) {
  const client = new QueryClient();
  const page = (text: string) => (
    <HostContext value={HOST}>
      <QueryClientProvider client={client}>
        <FilterField
          studyId={1}
          filter={text}
          place={place}
          errorId="why"
          invalid={place !== null}
          input={createRef()}
          onApply={(next) => applied.push(next)}
          onLeave={left}
        />
      </QueryClientProvider>
    </HostContext>
  );
  const { rerender } = render(page(filter));
  return { give: (text: string) => rerender(page(text)) };
}

const box = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Filter of trials" });
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(box(), { key });
};

async function type(text: string): Promise<void> {
  fireEvent.focus(box());
  fireEvent.change(box(), { target: { value: text, selectionStart: text.length } });
}

beforeEach(() => {
  applied.length = 0;
  left.mockClear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe("the field of a filter", () => {
  it("is completed by keys, step by step, and applied by Enter", async () => {
    show();
    await type("op");
    expect(await screen.findByRole("option", { name: /params\.opt/ })).toBeTruthy();
    expect(box().getAttribute("aria-expanded")).toBe("true");
    expect(box().getAttribute("aria-activedescendant")).toBeNull();
    press("ArrowDown");
    const active = screen.getByRole("option", { selected: true });
    expect(box().getAttribute("aria-activedescendant")).toBe(active.id);
    press("Enter", "ArrowDown", "Enter", "ArrowDown", "ArrowDown", "Enter");
    expect(box().value).toBe('params.opt == "sgd" ');
    press("Escape", "Enter");
    expect(applied).toEqual(['params.opt == "sgd"']);
  });

  it("is completed by clicks", async () => {
    show();
    await type("va");
    fireEvent.click(await screen.findByRole("option", { name: /value/ }));
    expect(box().value).toBe("value ");
    expect(screen.getByRole("option", { name: /at most/ })).toBeTruthy();
  });

  it("takes back what was written by Escape, then is left", async () => {
    show("value < 1");
    await type("value < 1 and x");
    expect(screen.getByRole("button", { name: "Apply" })).toBeTruthy();
    press("Escape");
    expect(box().value).toBe("value < 1");
    expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
    expect(left).not.toHaveBeenCalled();
    press("Escape");
    expect(left).toHaveBeenCalledOnce();
    expect(applied).toEqual([]);
  });

  it("follows a filter that comes from elsewhere", async () => {
    const { give } = show("value < 1");
    await type("value < 1 and");
    give("number > 3");
    expect(box().value).toBe("number > 3");
  });

  it("marks the place of an error until it is edited", async () => {
    show("valeu < 1", { start: 0, end: 5 });
    expect(document.querySelector("mark")?.textContent).toBe("valeu");
    expect(box().getAttribute("aria-invalid")).toBe("true");
    expect(box().getAttribute("aria-describedby")).toBe("why");
    await type("value < 1");
    expect(document.querySelector("mark")).toBeNull();
  });

  it("marks an error after the end", () => {
    show("value <", { start: 7, end: 7 });
    expect(document.querySelector("mark")?.textContent).toBe("\u00a0");
  });
});
