import { expect, test } from "vitest";
import type { StudySummary } from "../api/types";
import { summary } from "../test/summary";
import { jumpTargets } from "./jump";
import { parsePlace } from "./usePlace";

const STUDIES = ["Image classifier", "House prices", "Image 2"].map((study_name, index) =>
  summary({ study_id: index + 1, study_name, source_label: "sample.db", n_trials: 40 }),
);

const places = (text: string, current?: StudySummary) =>
  jumpTargets(text, STUDIES, current).map(({ to }) => to);

test("an address says study, page and trial", () => {
  expect(parsePlace("/")).toEqual({ studyId: null, page: null, trial: null });
  expect(parsePlace("/studies/7")).toEqual({ studyId: 7, page: "study", trial: null });
  expect(parsePlace("/studies/7/trials/")).toEqual({ studyId: 7, page: "trials", trial: null });
  expect(parsePlace("/studies/7/trials/0")).toEqual({ studyId: 7, page: "trials", trial: 0 });
  expect(parsePlace("/studies/7/analysis")).toEqual({ studyId: 7, page: "analysis", trial: null });
  expect(parsePlace("/studies/7/judge")).toEqual({ studyId: 7, page: "judge", trial: null });
  expect(parsePlace("/studies/7/trials/compare")).toEqual({
    studyId: 7,
    page: "compare-trials",
    trial: null,
  });
  expect(parsePlace("/studies/7/trials/artifacts")).toEqual({
    studyId: 7,
    page: "artifacts",
    trial: null,
  });
  expect(parsePlace("/studies/7/analysis/3")).toMatchObject({ studyId: null });
  expect(parsePlace("/compare")).toEqual({ studyId: null, page: "compare", trial: null });
  expect(parsePlace("/compare/")).toMatchObject({ page: "compare" });
  expect(parsePlace("/compare/3")).toMatchObject({ page: null });
  expect(parsePlace("/studies/x")).toMatchObject({ studyId: null });
});

test("without a text every place is offered, pages first", () => {
  expect(places("", STUDIES[1])).toEqual([
    "/studies/2",
    "/studies/2/analysis",
    "/studies/2/trials",
    "/compare?ids=2",
    "/",
    "/studies/1",
    "/studies/2",
    "/studies/3",
  ]);
  expect(places("").slice(0, 2)).toEqual(["/", "/compare"]);
});

test("a number is a trial of the study at hand, and part of a name", () => {
  expect(places("2", STUDIES[1])).toEqual(["/studies/2/trials/2", "/studies/3"]);
  expect(places("#12", STUDIES[1])).toEqual(["/studies/2/trials/12"]);
  expect(places("40", STUDIES[1])).toEqual([]);
  expect(places("12")).toEqual([]);
});

test("studies are compared from anywhere, where there are several", () => {
  expect(places("compare")).toEqual(["/compare"]);
  expect(places("compare", STUDIES[0])).toEqual(["/compare?ids=1"]);
  expect(jumpTargets("compare", STUDIES.slice(0, 1), STUDIES[0])).toEqual([]);
});

test("words before a number choose the study", () => {
  expect(places("house 3")).toEqual(["/studies/2/trials/3"]);
  expect(places("IMAGE class")).toEqual(["/studies/1"]);
});
