// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ComparedStudy, StudySummary } from "../../api/types";
import { HostContext } from "../../hosts/context";
import type { Host } from "../../hosts/host";
import { summary } from "../../test/summary";
import ComparePage from "./ComparePage";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function study(id: number, change: Partial<StudySummary> = {}): StudySummary {
  return summary({
    study_id: id,
    n_trials: 4,
    state_counts: { Complete: 3, Fail: 1 },
    best_value: id / 10,
    best_number: 2,
    ...change,
  });
}

const STUDIES = [study(1), study(2), study(3, { directions: ["maximize"] })];
const REASON = "“study 3” (maximize) cannot be compared with the others (minimize).";

function compared(one: StudySummary): ComparedStudy {
  const { user_attrs: _, ...facts } = one;
  return {
    ...facts,
    label: one.study_name,
    dash: "solid",
    shape: "circle",
    duration: { total: 90, median: 7.5 },
    leads: one.study_id === 1,
  };
}

/** Answers as the API does: studies 1 and 2 fit, 3 does not. */
function answer(url: URL): Response {
  if (url.pathname === "/api/meta") return Response.json({ most_compared: 3, sources: [] });
  if (url.pathname === "/api/studies") return Response.json({ study_summaries: STUDIES });
  const ids = (url.searchParams.get("ids") ?? "").split(",").map(Number);
  if (ids.includes(3)) return Response.json({ reason: REASON, study_ids: [3] }, { status: 400 });
  const studies = STUDIES.filter(({ study_id }) => ids.includes(study_id)).map(compared);
  return Response.json({ studies, figures: [], params: [] });
}

const STATE = { core: { status: "ready" }, files: [] };

const HOST = {
  kind: "server",
  capabilities: { openFiles: false },
  fetch: async (path: string) => answer(new URL(path, "http://localhost")),
  state: () => STATE,
  subscribe: () => () => undefined,
} as unknown as Host;

function show(search: string) {
  const router = createMemoryRouter(
    [
      { path: "/compare", element: <ComparePage /> },
      { path: "*", element: null },
    ],
    { initialEntries: [`/compare${search}`] },
  );
  render(
    <HostContext value={HOST}>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      >
        <RouterProvider router={router} />
      </QueryClientProvider>
    </HostContext>,
  );
  return router;
}

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
});
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

describe("the comparison of studies", () => {
  it("sums up each study of the address, and marks the best", async () => {
    show("?ids=2,1");
    const table = await screen.findByRole("table", { name: "Summary" });
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows).toHaveLength(2);
    const best = rows.find((row) => row.textContent?.includes("study 1"));
    expect(best?.textContent).toContain("3 complete, 1 failed");
    expect(best?.textContent).toContain("best 0.1 trial 2");
    expect(best?.textContent).toContain("7.5 s");
    expect(best?.textContent).toContain("1 min 30 s");
  });

  it("says which studies do not fit, and takes them out on demand", async () => {
    const router = show("?ids=1,2,3");
    expect((await screen.findByRole("alert")).textContent).toContain(REASON);
    const items = within(screen.getByRole("list", { name: "Chosen studies" })).getAllByText(
      "does not fit",
    );
    expect(items).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Remove what does not fit" }));
    await screen.findByRole("table", { name: "Summary" });
    expect(router.state.location.search).toBe("?ids=1,2");
  });

  it("lets any other be taken out instead", async () => {
    const router = show("?ids=1,3");
    fireEvent.click(await screen.findByRole("button", { name: "Remove study 1" }));
    expect(router.state.location.search).toBe("?ids=3");
    await screen.findByText("Add another study");
  });

  it("leaves out what no open file has, and says so", async () => {
    const router = show("?ids=1,2,1000000001");
    await screen.findByRole("table", { name: "Summary" });
    const note = screen.getByText(/1 study of this address is in no file that is open/);
    expect(note.textContent).toContain("1000000001");
    fireEvent.click(screen.getByRole("button", { name: "Leave out" }));
    expect(router.state.location.search).toBe("?ids=1,2");
  });

  it("adds a study that is found by its name, up to the limit", async () => {
    const router = show("?ids=1");
    const box = await screen.findByRole("combobox", { name: "Add a study" });
    fireEvent.change(box, { target: { value: "2" } });
    fireEvent.click(await screen.findByRole("option", { name: /study 2/ }));
    expect(router.state.location.search).toBe("?ids=1,2");
    await screen.findByRole("table", { name: "Summary" });
    fireEvent.change(box, { target: { value: "study" } });
    expect(screen.getAllByRole("option")).toHaveLength(1);
    fireEvent.click(screen.getByRole("option", { name: /study 3/ }));
    await screen.findByText("At most 3 studies can be compared at once");
    expect(screen.getByRole("combobox", { name: "Add a study" })).toHaveProperty("disabled", true);
  });

  it("says what to do while nothing is chosen", async () => {
    show("");
    await screen.findByText("Choose studies to compare");
    expect(screen.getByRole("link", { name: "the list of studies" })).toBeTruthy();
  });
});
