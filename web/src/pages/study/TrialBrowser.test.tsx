// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StudyOverview, TrialPage, TrialRow } from "../../api/types";
import { HostContext } from "../../hosts/context";
import type { Host } from "../../hosts/host";
import { SelectionProvider } from "../../selection/SelectionProvider";
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

/** The trials that a request lists; of filters it knows one kind only. */
function listed({ searchParams: query }: URL): TrialRow[] {
  const [, state] = /^state == (\w+)$/.exec(query.get("filter") ?? "") ?? [];
  const all = Array.from({ length: TOTAL }, (_, number) => trial(number));
  const rows = all.filter((row) => !state || row.state.toUpperCase() === state);
  return query.get("sort")?.startsWith("-") ? rows.reverse() : rows;
}

/** Answers as the API does, from trials made on the spot. */
function answer(url: URL): unknown {
  const numbers = listed(url).map(({ number }) => number);
  const offset = Number(url.searchParams.get("offset") ?? 0);
  const limit = Number(url.searchParams.get("limit") ?? TOTAL);
  switch (url.pathname.replace("/api/studies/1/", "")) {
    case "trials":
      return page(url);
    case "trial-numbers":
      return { total: numbers.length, offset, numbers: numbers.slice(offset, offset + limit) };
    case "selection": {
      const bytes = new Uint8Array(Int32Array.from(numbers).buffer);
      const typed = { dtype: "i4", bdata: btoa(String.fromCharCode(...bytes)) };
      const filter = url.searchParams.get("filter");
      return { filter, total: TOTAL, matched: numbers.length, numbers: typed, state_counts: {} };
    }
    case "filter-names":
      return { names: [{ column: "state", name: "state", label: "State", kind: "state" }] };
    case "/api/meta":
      return { artifact_is_available: true, is_read_only: true, sources: [] };
    default:
      return null;
  }
}

function page(url: URL): TrialPage {
  const query = url.searchParams;
  const rows = listed(url);
  const number = query.get("number");
  const offset = Number(query.get("offset") ?? 0);
  const found = { total: rows.length, offset, trials: rows.slice(offset, offset + 100) };
  if (number === null) return found;
  const position = rows.findIndex((row) => row.number === Number(number));
  return { ...found, position: position < 0 ? null : position };
}

const asked: string[] = [];

const HOST = {
  kind: "server",
  capabilities: { openFiles: false },
  fetch: async (path: string) => {
    asked.push(path);
    const url = new URL(path, "http://localhost");
    const body = answer(url);
    if (body === null) return new Response('{"reason": "not here"}', { status: 404 });
    return new Response(JSON.stringify(body));
  },
} as unknown as Host;

function Page() {
  return (
    <>
      <output data-testid="address">{useLocation().pathname + useLocation().search}</output>
      <SelectionProvider studyId={1}>
        <TicksProvider>
          <TrialBrowser study={STUDY} />
        </TicksProvider>
      </SelectionProvider>
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
  localStorage.clear();
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
    expect(asked).toEqual(["/api/meta", "/api/studies/1/trials?offset=0&limit=100&sort=number"]);
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
    expect(address()).toBe("/studies/1/trials?trial=3&filter=state+%3D%3D+FAIL");
    expect(await screen.findByText("Trial 3 is not among the trials shown.")).toBeTruthy();
    fireEvent.click(screen.getByText("Show all trials"));
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

describe("selecting trials", () => {
  const box = (number: number) => screen.getByLabelText(`Select trial ${number}`);
  const said = () => screen.queryByRole("region", { name: "Selected trials" })?.textContent ?? "";

  it("ticks one, and from one to another", async () => {
    show();
    await row(0);
    fireEvent.click(box(3));
    expect(said()).toContain("1 trial selected");
    expect((await row(3)).getAttribute("aria-selected")).toBe("true");
    fireEvent.click(box(6), { shiftKey: true });
    expect(said()).toContain("4 trials selected");
    fireEvent.click(box(1), { shiftKey: true });
    expect(said()).toContain("3 trials selected");
    fireEvent.click(await row(2), { ctrlKey: true });
    expect(said()).toContain("2 trials selected");
    expect(address()).toBe("/studies/1/trials");
    fireEvent.click(screen.getByText("Clear"));
    expect(said()).toBe("");
  });

  it("ticks by keys", async () => {
    show();
    await row(0);
    const grid = screen.getByRole("grid");
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: " " });
    expect(said()).toContain("1 trial selected");
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    expect(said()).toContain("3 trials selected");
    fireEvent.keyDown(grid, { key: "ArrowUp", shiftKey: true });
    expect(said()).toContain("2 trials selected");
  });

  it("asks for the numbers of rows that are not there", async () => {
    show();
    await row(0);
    fireEvent.click(box(5));
    fireEvent.keyDown(screen.getByRole("grid"), { key: "End", shiftKey: true });
    await waitFor(() => expect(said()).toContain("245 trials selected"));
    expect(asked).toContainEqual(expect.stringContaining("trial-numbers"));
  });

  it("leads to the artifacts of the trials that are ticked", async () => {
    show();
    await row(0);
    for (const number of [3, 0]) fireEvent.click(box(number));
    const links = await screen.findAllByText("Artifacts", { selector: "a, a *" });
    const addresses = links.map((link) => link.closest("a")?.getAttribute("href") ?? "");
    expect(addresses.map((address) => new URL(address, "http://a").pathname)).toEqual([
      "/studies/1/trials/artifacts",
      "/studies/1/trials/artifacts",
    ]);
    const filters = addresses.map((address) => new URL(address, "http://a").searchParams);
    expect(filters.map((search) => search.get("filter"))).toEqual([null, "number in [3, 0]"]);
  });

  it("ticks all that the filter selects", async () => {
    show("?filter=state+%3D%3D+FAIL");
    await row(4);
    const all = await screen.findByLabelText("Select all: 50 trials");
    fireEvent.click(all);
    await waitFor(() => expect(said()).toContain("50 trials selected"));
    const address = screen.getByText("Compare the first 12").getAttribute("href") ?? "";
    expect(decodeURIComponent(address)).toBe(
      "/studies/1/trials/compare?numbers=4,9,14,19,24,29,34,39,44,49,54,59&filter=state+==+FAIL",
    );
    fireEvent.click(all);
    expect(said()).toBe("");
  });
});

describe("the columns of the trial table", () => {
  const heads = () =>
    screen
      .getAllByRole("columnheader", { hidden: true })
      .map((head) => head.getAttribute("aria-label"));

  it("are hidden and shown again", async () => {
    show();
    await row(0);
    fireEvent.click(screen.getByLabelText("Columns"));
    fireEvent.click(screen.getByLabelText("State", { selector: "input" }));
    expect(heads()).not.toContain("State");
    fireEvent.click(screen.getByText("Hide all"));
    expect(heads()).toEqual(["Selected", "Trial"]);
    fireEvent.click(screen.getByText("Reset"));
    expect(heads()).toContain("State");
  });

  it("move by keys, which is said", async () => {
    show();
    await row(0);
    const sort = screen.getByText("State", { selector: "[role=columnheader] *" });
    fireEvent.keyDown(sort, { key: "ArrowRight", shiftKey: true });
    expect(heads().slice(0, 4)).toEqual(["Selected", "Trial", "Value", "State"]);
    expect(screen.getByText("State is column 3 of 7")).toBeTruthy();
  });
});
