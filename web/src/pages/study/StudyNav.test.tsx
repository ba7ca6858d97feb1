// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SettingsStore } from "../../settings/store";
import { renderWithHost } from "../../test/renderWithHost";
import { StudyNav } from "./StudyNav";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("the rail is folded, which is remembered, and its pages keep their names", () => {
  renderWithHost(<StudyNav studyId={3} />);
  const names = () => screen.getAllByRole("link").map(({ textContent }) => textContent);
  const rail = () => screen.getByRole("navigation").getAttribute("data-rail");
  expect([rail(), names()]).toEqual(["names", ["Overview", "Analysis", "Trials"]]);
  fireEvent.click(screen.getByText("Collapse"));
  expect([rail(), names()]).toEqual(["signs", ["Overview", "Analysis", "Trials"]]);
  expect(new SettingsStore(window).get().rail).toBe("signs");
  fireEvent.click(screen.getByText("Expand"));
  expect(rail()).toBe("names");
});
