// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { renderWithHost } from "../../test/renderWithHost";
import { NEW_TRIAL } from "./sampleTrial";
import { TrialParts } from "./TrialParts";

const STUDY = {
  directions: ["minimize"],
  objective_labels: ["Loss"],
  is_preferential: false,
} as unknown as StudyOverview;

const TRIAL: TrialDetail = { ...NEW_TRIAL, state: "Complete", values: [1] };

const show = (change: Partial<TrialDetail>) =>
  renderWithHost(<TrialParts trial={{ ...TRIAL, ...change }} study={STUDY} />);

afterEach(cleanup);

it("shows a note as Markdown", async () => {
  show({ note: { version: 1, body: "a **b**" } });
  expect(screen.getByRole("region", { name: "Note" }).textContent).toContain("b");
  expect((await screen.findByText("b")).tagName).toBe("STRONG");
});

it("names files, their types and ids, and says why they do not open", () => {
  const file = { artifact_id: "0-1", filename: "a.png", mimetype: "image/png", encoding: null };
  show({ artifacts: [file, { ...file, artifact_id: "0-2", encoding: "gzip" }] });
  const part = screen.getByRole("region", { name: "Artifacts" });
  expect(part.textContent).toContain("cannot be opened here");
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "a.pngimage/png0-1",
    "a.pngimage/png, gzip0-2",
  ]);
});

it("tells what people said", () => {
  show({
    form: [
      { label: "How is it?", answer: 1, choice: "Good" },
      { label: "Why?", answer: "", choice: null },
      { label: "How far?", answer: null, choice: null },
    ],
  });
  expect(screen.getByRole("region", { name: "Form" }).textContent).toBe(
    "FormHow is it?Good (1)Why?(empty text)How far?not answered",
  );
});

it("has no part for what there is not", () => {
  show({ note: { version: 2, body: " \n" } });
  for (const name of ["Note", "Artifacts", "Form"]) {
    expect(screen.queryByRole("region", { name })).toBeNull();
  }
});
