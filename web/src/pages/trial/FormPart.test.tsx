// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Form, StudyOverview, TrialDetail } from "../../api/types";
import { keptDrafts } from "../../form/keptDrafts";
import { ATTRS, LABELS, VALUES } from "../../form/sampleForm";
import { type Answers, renderWithHost, WRITABLE } from "../../test/renderWithHost";
import { FormPart } from "./FormPart";
import { NEW_TRIAL } from "./sampleTrial";

// Finding things by their roles takes long in a made-up browser on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const SIZED: TrialDetail = { ...NEW_TRIAL, user_attrs: { size: 12 } };
const DONE: Answers = () => [204, null];

function show(form: Form, trial: TrialDetail, answers = DONE, meta = WRITABLE) {
  const study = { source: 0, form, objective_labels: LABELS } as unknown as StudyOverview;
  return renderWithHost(<FormPart trial={trial} study={study} />, answers, meta);
}

const button = (name: string) => screen.findByRole("button", { name });
const field = (name: string) => screen.findByRole("textbox", { name });
const write = async (name: string, text: string) =>
  fireEvent.change(await field(name), { target: { value: text } });

afterEach(() => {
  cleanup();
  keptDrafts.clear();
});

test("what is wrong is said beside the fields, and put right there", async () => {
  const { asked } = show(VALUES, SIZED);
  fireEvent.click(await button("Complete the trial"));
  const choice = screen.getByRole("group", { name: "How is it?" });
  expect(choice.textContent).toContain("Choose one of these.");
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Good 1" }));
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);

  fireEvent.click(screen.getByRole("radio", { name: "Bad −1" }));
  await write("How bright?, as a number", "7.5");
  await write("How long?", "2.5");
  expect(choice.textContent).not.toContain("Choose one of these.");
  fireEvent.click(await button("Complete the trial"));
  expect(await screen.findByText("The trial is complete.")).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST")).toEqual([
    {
      method: "POST",
      path: "/api/trials/1/tell",
      body: { state: "Complete", values: [-1, 7.5, 2.5, 12] },
    },
  ]);
});

test("a refusal is said, and what was answered stays", async () => {
  show(ATTRS, NEW_TRIAL, () => [409, { reason: "Trial 0 is already finished." }]);
  fireEvent.click(await screen.findByRole("radio", { name: "Good 1" }));
  await write("How sure?, as a number", "0.5");
  await write("Its name?", "Vanilla");
  fireEvent.click(await button("Save"));
  expect((await screen.findByRole("alert")).textContent).toContain("already finished");
  expect(await field("Its name?")).toHaveProperty("value", "Vanilla");
  await write("Its name?", "Vanilla!");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("answers that are not sent are there again", async () => {
  const { unmount } = show(ATTRS, NEW_TRIAL);
  await write("Its name?", "Vanilla");
  unmount();
  show(ATTRS, NEW_TRIAL);
  expect(await field("Its name?")).toHaveProperty("value", "Vanilla");
});

test("nothing is sent before the program has given what it must", async () => {
  show(VALUES, NEW_TRIAL);
  expect(await button("Complete the trial")).toHaveProperty("disabled", true);
  expect(screen.getByText(/has yet to set the user attribute “size”/)).toBeDefined();
});

test("a slider that nobody has moved has no value", async () => {
  show(VALUES, SIZED);
  const slider = await screen.findByRole("slider", { name: "How bright?" });
  expect(slider.getAttribute("aria-valuetext")).toBe("not answered");
  fireEvent.change(slider, { target: { value: 6 } });
  expect(slider.getAttribute("aria-valuetext")).toBe("6");
  expect(await field("How bright?, as a number")).toHaveProperty("value", "6");
});

test("only trials that are not finished are judged, and only where it can be written", async () => {
  const said = [{ label: "How is it?", answer: 1, choice: "Good" }];
  show(VALUES, { ...SIZED, state: "Complete", form: said });
  expect((await screen.findByRole("region", { name: "Form" })).textContent).toContain("Good (1)");
  cleanup();
  show(VALUES, { ...SIZED, state: "Waiting" });
  expect(screen.queryByRole("region", { name: "Form" })).toBeNull();
  cleanup();
  show(VALUES, SIZED, DONE, { ...WRITABLE, is_read_only: true });
  expect(screen.queryByRole("region", { name: "Form" })).toBeNull();
});
