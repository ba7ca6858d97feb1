// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveFile } from "../../files/saveAs";
import { type Answers, renderWithHost } from "../../test/renderWithHost";
import { ConvertButton } from "./ConvertButton";

vi.mock("../../files/saveAs");

const FILE = new TextEncoder().encode("SQLite");
const NAME = { "Content-Disposition": "attachment; filename*=UTF-8''old-migrated.db" };

function convert(answers: Answers) {
  renderWithHost(<ConvertButton source={{ index: 2, label: "old.log" }} />, answers);
  fireEvent.click(screen.getByRole("button", { name: "Convert old.log" }));
}

beforeEach(() => vi.mocked(saveFile).mockClear());
afterEach(cleanup);

test("what is not in the copy is told when it is saved", async () => {
  const told = ["old.log: line 2 is damaged.", "Trials (1) of zwölf are left out."];
  const header = '["old.log: line 2 is damaged.", "Trials (1) of zw\\u00f6lf are left out."]';
  convert(() => [200, FILE, { ...NAME, "Migration-Warnings": header }]);
  await screen.findByRole("dialog", { name: "old.log is converted" });
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(told);
  expect(vi.mocked(saveFile).mock.lastCall?.[0]).toBe("old-migrated.db");
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  const button = await screen.findByRole("button", { name: "Convert old.log" });
  await expect.poll(() => document.activeElement).toBe(button);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a copy of everything is saved without a word", async () => {
  convert(() => [200, FILE, NAME]);
  await expect.poll(() => vi.mocked(saveFile).mock.calls.length).toBe(1);
  await screen.findByText("Convert");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("why there is none is said", async () => {
  convert(() => [400, { reason: "Trial 2 is in the state 'PAUSED', unknown to Optuna." }]);
  expect((await screen.findByRole("alert")).textContent).toContain("'PAUSED'");
  expect(saveFile).not.toHaveBeenCalled();
});
