// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StudyOverview, TrialPage, TrialRow } from "../../api/types";
import { HostContext } from "../../hosts/context";
import type { Host } from "../../hosts/host";
import { TicksProvider } from "../../table/ticks/TicksProvider";
import { TrialBrowser } from "./TrialBrowser";

// Drawing a table in a made-up browser takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const TOTAL = 250;

const STUDY = {
  study_id: 1,
  study_name: "s",
  directions: ["minimize"],
  objective_names: null,
  objective_labels: ["Objective Value"],
  n_trials: TOTAL,
  state_counts: { Complete: 200, Fail: 50 },
  clock: "utc",
  has_constraints: false,
  param_names: ["x"],
  user_attr_names: [],
  constraint_names: [],
  best_trials: [],
} as unknown as StudyOverview;

function trial(number: number): TrialRow {
  const state = number % 5 === 4 ? "Fail" : "Complete";
  const values = state === "Fail" ? null : [number / 10];
  return {
    number,
    state,
    values,
    params: { x: number },
    user_attrs: {},
    start: null,
    complete: null,
    duration: null,
    constraints: {},
    feasible: true,
  };
}

/** Answers as the API does, from trials made on the spot. */
function answer(url: URL): TrialPage {
  const query = url.searchParams;
  const states = query.get("state")?.split(",");
  const all = Array.from({ length: TOTAL }, (_, number) => trial(number));
  const listed = all.filter(({ state }) => !states || states.includes(state));
  if (query.get("sort")?.startsWith("-")) listed.reverse();
  const number = query.get("number");
  const offset = Number(query.get("offset") ?? 0);
  const page = { total: listed.length, offset, trials: listed.slice(offset, offset + 100) };
  if (number === null) return page;
  const position = listed.findIndex((row) => row.number === Number(number));
  return { ...page, position: position < 0 ? null : position };
}

const asked: string[] = [];

const HOST = {
  kind: "server",
  capabilities: { openFiles: false },
  fetch: async (path: string) => {
    asked.push(path);
    const url = new URL(path, "http://localhost");
    const isTrial = /\/trials\/\d+$/.test(url.pathname);
    const body = isTrial ? { reason: "not here" } : answer(url);
    return new Response(JSON.stringify(body), { status: isTrial ? 404 : 200 });
  },
} as unknown as Host;

function Page() {
  return (
    <>
      <output data-testid="address">{useLocation().pathname + useLocation().search}</output>
      <TicksProvider>
        <TrialBrowser study={STUDY} />
      </TicksProvider>
    </>
  );
}

function show(search = "") {
  const router = createMemoryRouter([{ path: "*", element: <Page /> }], {
    initialEntries: [`/studies/1/trials${search}`],
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <HostContext value={HOST}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </HostContext>,
  );
}

const address = () => screen.getByTestId("address").textContent;
/** The row of a trial, by the link in its first cell. */
async function row(number: number): Promise<Element> {
  const link = await screen.findByText(String(number), { selector: "[role=rowheader] a" });
  return link.closest("[role=row]") ?? link;
}

function beWide(wide: boolean): void {
  vi.stubGlobal("matchMedia", (query: string) => ({
    media: query,
    matches: wide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

beforeEach(() => {
  asked.length = 0;
  beWide(true);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the trial table", () => {
  it("fetches and draws what is in sight only", async () => {
    show();
    await row(0);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(TOTAL + 1));
    expect(document.querySelectorAll("[role=row]").length).toBeLessThan(40);
    expect(asked).toEqual(["/api/studies/1/trials?offset=0&limit=100&sort=number"]);
  });

  it("shows a trial beside it where there is room", async () => {
    show();
    fireEvent.click(await row(3));
    expect(address()).toBe("/studies/1/trials?trial=3");
    expect(screen.getByRole("complementary").textContent).toContain("Trial 3");
    expect((await row(3)).getAttribute("aria-current")).toBe("true");
  });

  it("opens a trial's own page where there is none", async () => {
    beWide(false);
    show();
    fireEvent.click(await row(3));
    await waitFor(() => expect(address()).toBe("/studies/1/trials/3"));
  });

  it("moves by keys, and the trial beside it with it", async () => {
    show("?trial=3");
    const grid = screen.getByRole("grid");
    await waitFor(() => expect(grid.getAttribute("aria-activedescendant")).toMatch(/-3$/));
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    await waitFor(() => expect(address()).toBe("/studies/1/trials?trial=4"));
    fireEvent.keyDown(grid, { key: "Home" });
    await waitFor(() => expect(address()).toBe("/studies/1/trials?trial=0"));
  });

  it("sorts by a header and says so", async () => {
    show();
    await row(0);
    const button = screen.getByText("Trial", { selector: "[role=columnheader] *" });
    const order = () => button.closest("[role=columnheader]")?.getAttribute("aria-sort");
    expect(order()).toBe("ascending");
    fireEvent.click(button);
    expect(await row(249)).toBeTruthy();
    expect(order()).toBe("descending");
    expect(address()).toBe("/studies/1/trials?sort=-number");
  });

  it("shows some states only, and says when the selected trial is not among them", async () => {
    show("?trial=3");
    await row(3);
    fireEvent.click(screen.getByText("Failed 50"));
    expect(await row(4)).toBeTruthy();
    expect(await screen.findByText("Trial 3 is not in the states shown.")).toBeTruthy();
    fireEvent.click(screen.getByText("Show all states"));
    expect(await row(0)).toBeTruthy();
    expect(address()).toBe("/studies/1/trials?trial=3");
  });

  it("goes to a trial by its number", async () => {
    show();
    await row(0);
    const box = screen.getByLabelText("Go to the trial with this number");
    fireEvent.change(box, { target: { value: "222" } });
    fireEvent.submit(box.closest("form") ?? box);
    expect(address()).toBe("/studies/1/trials?trial=222");
    expect((await row(222)).getAttribute("aria-current")).toBe("true");
  });
});
