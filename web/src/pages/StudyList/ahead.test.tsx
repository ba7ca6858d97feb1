// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { StudySummary } from "../../api/types";
import { type Asked, renderWithHost } from "../../test/renderWithHost";
import { summary } from "../../test/summary";
import StudyListPage from "./StudyListPage";

afterEach(cleanup);

const single = summary({ study_id: 1, n_trials: 5 });
const multi = summary({ study_id: 2, n_trials: 5, directions: ["minimize", "maximize"] });

async function show(...study_summaries: StudySummary[]) {
  const { asked } = renderWithHost(<StudyListPage />, ({ path }) =>
    path === "/api/studies" ? [200, { study_summaries }] : undefined,
  );
  await screen.findByRole("link", { name: "study 1" });
  return asked;
}

const figures = (asked: readonly Asked[]) =>
  asked.map(({ path }) => path).filter((path) => path.includes("/figures/"));

it("the figure of the only study is asked for before it is opened", async () => {
  const asked = await show(single);
  await waitFor(() => expect(figures(asked)).toEqual(["/api/studies/1/figures/history"]));
});

it("of several studies, that of the one that is being clicked", async () => {
  const asked = await show(single, multi);
  expect(figures(asked)).toEqual([]);
  fireEvent.pointerDown(screen.getByRole("link", { name: "study 2" }));
  await waitFor(() => expect(figures(asked)).toEqual(["/api/studies/2/figures/pareto-front"]));
});

it("of a study without trials, none", async () => {
  const asked = await show(summary({ study_id: 1 }), multi);
  fireEvent.pointerDown(screen.getByRole("link", { name: "study 1" }));
  expect(figures(asked)).toEqual([]);
});
