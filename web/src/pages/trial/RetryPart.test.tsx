// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { StateName } from "../../api/types";
import { type Answers, renderWithHost, WRITABLE } from "../../test/renderWithHost";
import { RetryPart } from "./RetryPart";

const show = (state: StateName, answers?: Answers, meta = WRITABLE) =>
  renderWithHost(
    <RetryPart trial={{ number: 3, state }} study={{ study_id: 5, source: 0 }} />,
    answers,
    meta,
  );

afterEach(cleanup);

test("a failed trial is enqueued once more, and the new one is named", async () => {
  const { asked } = show("Fail", () => [201, { trial_id: 40, number: 17 }]);
  fireEvent.click(await screen.findByRole("button", { name: "Retry" }));
  const link = await screen.findByRole("link", { name: "Trial 17" });
  expect(link.getAttribute("href")).toBe("/studies/5/trials/17");
  expect(screen.getByRole("status").textContent).toBe("Trial 17 waits to be run in its place.");
  expect(screen.queryByRole("button")).toBeNull();
  expect(asked.filter(({ method }) => method === "POST")).toEqual([
    { method: "POST", path: "/api/studies/5/trials/3/retry", body: undefined },
  ]);
});

test("why it is not, is said, and it can be tried again", async () => {
  show("Fail", () => [409, { reason: "Trial 3 did not fail." }]);
  fireEvent.click(await screen.findByRole("button", { name: "Retry" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Trial 3 did not fail.");
  expect(screen.getByRole("button", { name: "Retry" })).toBeDefined();
});

test("nothing is offered for other trials, nor where nothing may be written", async () => {
  for (const { asked } of [
    show("Complete"),
    show("Fail", undefined, { ...WRITABLE, is_read_only: true }),
  ]) {
    await expect.poll(() => asked.length).toBe(1);
  }
  expect(screen.queryByRole("button")).toBeNull();
});
