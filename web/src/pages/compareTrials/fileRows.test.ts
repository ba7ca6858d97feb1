import { expect, test } from "vitest";
import type { Artifact, TrialDetail } from "../../api/types";
import { fileRows } from "./fileRows";

function file(filename: string, mimetype = "text/plain"): Artifact {
  return { artifact_id: filename, filename, mimetype, encoding: null };
}

function trial(number: number, ...artifacts: Artifact[]): TrialDetail {
  return { trial_id: number + 10, number, artifacts } as unknown as TrialDetail;
}

test("files of one name stand in one row, pictures before all others", () => {
  const [a, b, log] = [file("b.png", "image/png"), file("c.png", "image/png"), file("a.log")];
  const rows = fileRows([trial(0, log, a, a), undefined, trial(2, b, a)]);
  const cell = (number: number, ...files: Artifact[]) => ({
    trialId: number + 10,
    number,
    files,
  });
  expect(rows).toEqual([
    { name: "b.png", cells: [cell(0, a, a), undefined, cell(2, a)] },
    { name: "c.png", cells: [cell(0), undefined, cell(2, b)] },
    { name: "a.log", cells: [cell(0, log), undefined, cell(2)] },
  ]);
});

test("trials without files have no rows", () => {
  expect(fileRows([trial(0), undefined])).toEqual([]);
});
