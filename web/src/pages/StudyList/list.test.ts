import { expect, test } from "vitest";
import type { StudySummary } from "../../api/types";
import { summary } from "../../test/summary";
import { kindsOf } from "./kinds";
import { matches } from "./search";
import { nextSort, parseSort, sortStudies, sortText } from "./sort";

function study(change: Partial<StudySummary> = {}): StudySummary {
  return summary({
    study_id: 1,
    study_name: "Image classifier",
    directions: ["maximize"],
    source_label: "sample.db",
    objective_names: ["Accuracy"],
    n_trials: 3,
    state_counts: { Complete: 3 },
    best_value: 0.5,
    best_number: 2,
    last_activity: "2026-01-02T03:04:05Z",
    ...change,
  });
}

const ids = (studies: readonly StudySummary[]) => studies.map(({ study_id }) => study_id);

test("every word must occur, in any case and order", () => {
  expect(matches(study(), "CLASS image")).toBe(true);
  expect(matches(study(), "image sample accuracy")).toBe(true);
  expect(matches(study(), "image trees")).toBe(false);
  expect(matches(study(), "  ")).toBe(true);
});

test("numbers in names sort by size, not by spelling", () => {
  const studies = ["run 10", "run 9", "Run 1"].map((study_name, study_id) =>
    study({ study_id, study_name }),
  );
  expect(ids(sortStudies(studies, { key: "name", descending: false }))).toEqual([2, 1, 0]);
  expect(ids(sortStudies(studies, { key: "name", descending: true }))).toEqual([0, 1, 2]);
});

test("studies without a value come last in both directions", () => {
  const studies = [
    study({ study_id: 0, best_value: null }),
    study({ study_id: 1, best_value: "nan" }),
    study({ study_id: 2, best_value: 1 }),
    study({ study_id: 3, best_value: "-inf" }),
  ];
  expect(ids(sortStudies(studies, { key: "best", descending: false }))).toEqual([3, 2, 0, 1]);
  expect(ids(sortStudies(studies, { key: "best", descending: true }))).toEqual([2, 3, 0, 1]);
});

test("the newest study has the highest id", () => {
  const studies = [5, 13, 4].map((study_id) => study({ study_id }));
  expect(ids(sortStudies(studies, parseSort("-id")))).toEqual([13, 5, 4]);
  expect(ids(sortStudies(studies, parseSort("id")))).toEqual([4, 5, 13]);
});

test("equal rows keep the order of the file", () => {
  const studies = [5, 3, 4].map((study_id) => study({ study_id }));
  expect(ids(sortStudies(studies, { key: "trials", descending: true }))).toEqual([5, 3, 4]);
  expect(ids(sortStudies(studies, null))).toEqual([5, 3, 4]);
});

test("a column goes through its natural order, the other, and none", () => {
  const first = nextSort(null, "trials");
  expect(first).toEqual({ key: "trials", descending: true });
  const second = nextSort(first, "trials");
  expect(second).toEqual({ key: "trials", descending: false });
  expect(nextSort(second, "trials")).toBeNull();
  expect(nextSort(second, "name")).toEqual({ key: "name", descending: false });
});

test("the sort survives the address, and nonsense does not", () => {
  for (const text of ["name", "-best"]) expect(sortText(parseSort(text))).toBe(text);
  expect(parseSort("-colour")).toBeNull();
  expect(parseSort(null)).toBeNull();
});

test("kinds are marked", () => {
  expect(kindsOf(study())).toEqual([]);
  const marked = study({ is_preferential: true, is_legacy_multi_objective: true, helper_of: "a" });
  expect(kindsOf(marked).map(({ label }) => label)).toEqual([
    "Preferential",
    "Legacy multi-objective",
    "Helper",
  ]);
});
