// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { StateName } from "../../api/types";
import { type Answers, renderWithHost, WRITABLE } from "../../test/renderWithHost";
import { TrialMenu } from "./TrialMenu";

const show = (state: StateName, answers?: Answers) =>
  renderWithHost(
    <TrialMenu trial={{ trial_id: 7, number: 3, state }} study={{ source: 0 }} />,
    answers,
    WRITABLE,
  );

async function askToFail() {
  fireEvent.click(await screen.findByRole("button", { name: "More for trial 3" }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Mark as failed…" }));
  await screen.findByRole("dialog", { name: "Mark trial 3 as failed?" });
}

afterEach(cleanup);

test("a running trial is marked as failed once that is confirmed", async () => {
  const { asked } = show("Running", () => [204, null]);
  await askToFail();
  fireEvent.click(screen.getByRole("button", { name: "Mark as failed" }));
  expect(await screen.findByText("Trial 3 is marked as failed.")).toBeDefined();
  expect(asked.filter(({ method }) => method === "POST")).toEqual([
    { method: "POST", path: "/api/trials/7/tell", body: { state: "Fail" } },
  ]);
});

test("or not: why is said in the dialog", async () => {
  show("Running", () => [409, { reason: "Trial 3 is already finished." }]);
  await askToFail();
  fireEvent.click(screen.getByRole("button", { name: "Mark as failed" }));
  expect((await screen.findByRole("alert")).textContent).toContain("already finished");
});

test("a finished trial has no menu", async () => {
  const { asked } = show("Complete");
  await expect.poll(() => asked.length).toBe(1);
  expect(screen.queryByRole("button")).toBeNull();
});
