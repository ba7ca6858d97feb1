// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Artifact, TrialArtifacts } from "../../api/types";
import { hosted, WRITABLE } from "../../test/renderWithHost";
import GalleryPage from "./GalleryPage";

const STUDY = {
  study_id: 1,
  source: 0,
  study_name: "s",
  is_preferential: false,
  objective_labels: ["loss"],
  n_trials: 200,
  state_counts: {},
};
const META = { ...WRITABLE, artifact_is_available: true };

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function file(filename: string, mimetype: string): Artifact {
  return { artifact_id: filename, filename, mimetype, encoding: null };
}

function trial(number: number): TrialArtifacts {
  const state = number === 0 ? "Running" : number === 2 ? "Pruned" : "Complete";
  return {
    trial_id: number + 10,
    number,
    state,
    values: number === 0 ? null : [number / 2],
    is_best: number === 1,
    artifacts: [file("a.log", "text/plain"), file("b.png", "image/png")],
  };
}

/** The page of a study of which so many trials have files. */
function show(total: number, meta = META): void {
  const all = Array.from({ length: total }, (_, number) => trial(number));
  const answers = ({ path }: { readonly path: string }) => {
    const { pathname, searchParams } = new URL(path, "http://a");
    if (pathname.endsWith("/summary")) return [200, STUDY] as const;
    if (!pathname.endsWith("/trial-artifacts")) return undefined;
    const trials = all.slice(0, Number(searchParams.get("limit")));
    return [200, { total, offset: 0, trials }] as const;
  };
  const page = (
    <MemoryRouter initialEntries={["/studies/1/trials/artifacts"]}>
      <Routes>
        <Route path="/studies/:studyId/trials/artifacts" element={<GalleryPage />} />
      </Routes>
    </MemoryRouter>
  );
  render(hosted(page, answers, meta).element);
}

const cards = () => screen.findAllByRole("listitem");

test("each trial that has files is a card, its pictures first", async () => {
  show(3);
  await screen.findByRole("button", { name: "View b.png of trial 0" });
  const [running, best, pruned] = await cards();
  expect(running?.textContent).toBe("Trial 0Runninga.log");
  expect(best?.textContent).toBe("Trial 1 ★0.5a.log");
  expect(pruned?.textContent).toBe("Trial 21Pruneda.log");
  const link = within(best as HTMLElement).getByRole("link");
  expect(link.getAttribute("href")).toBe("/studies/1/trials/1");
  const buttons = within(best as HTMLElement).getAllByRole("button");
  expect(buttons.map((button) => button.getAttribute("aria-label"))).toEqual([
    "View b.png of trial 1",
    "View a.log of trial 1",
  ]);
  expect(screen.getByRole("status").textContent).toBe("Of 200 trials, 3 have artifacts.");
});

test("many trials come part by part", async () => {
  show(100);
  expect(await cards()).toHaveLength(60);
  fireEvent.click(screen.getByRole("button", { name: "Show 40 more" }));
  await screen.findByText("Trial 99");
  expect(await cards()).toHaveLength(100);
  expect(screen.queryByRole("button", { name: /^Show/ })).toBeNull();
});

test("without files the page says so", async () => {
  show(0);
  expect(await screen.findByText("None of these trials has artifacts")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("Of 200 trials, none has artifacts.");
});

test("what is not in this storage is named only", async () => {
  show(1, { ...META, artifact_is_available: false });
  const [card] = await cards();
  expect(card?.textContent).toBe("Trial 0Runningb.pnga.log");
  expect(within(card as HTMLElement).queryByRole("button")).toBeNull();
});
