// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Answers, renderWithHost, WRITABLE } from "../test/renderWithHost";
import { DeleteSaved } from "./DeleteSaved";
import { isSaved } from "./saved";

// The id of this figure is "a/b%".
const FIGURE = { name: "user:a%2Fb%25", title: "Loss" };

const show = (answers: Answers, meta = WRITABLE) =>
  renderWithHost(
    <DeleteSaved studyId={5} figure={FIGURE} />,
    (asked) => (asked.path === "/api/studies/5/summary" ? [200, { source: 0 }] : answers(asked)),
    meta,
  );

async function agree() {
  fireEvent.click(await screen.findByRole("button", { name: "Delete Loss" }));
  await screen.findByRole("dialog", { name: "Delete the figure?" });
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
}

afterEach(cleanup);

test("which figures a program saved", () => {
  expect([FIGURE, { name: "history" }].map(isSaved)).toEqual([true, false]);
});

test("a saved figure is deleted once that is confirmed", async () => {
  const { asked } = show(() => [204, null]);
  await agree();
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  expect(asked.filter(({ method }) => method === "DELETE")).toEqual([
    { method: "DELETE", path: "/api/studies/5/plots/a%2Fb%25", body: undefined },
  ]);
});

test("or not: why is said in the dialog", async () => {
  show(() => [503, { reason: "a.db is locked." }]);
  await agree();
  expect((await screen.findByRole("alert")).textContent).toBe("a.db is locked.");
});

test("nothing is offered where nothing may be written", async () => {
  const { asked } = show(() => undefined, { ...WRITABLE, is_read_only: true });
  await expect.poll(() => asked.length).toBe(2);
  expect(screen.queryByRole("button")).toBeNull();
});
