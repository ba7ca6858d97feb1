// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { renderWithHost, WRITABLE } from "../test/renderWithHost";
import { DeleteDialog } from "./DeleteDialog";

const isAllowed = () => !screen.getByRole<HTMLButtonElement>("button", { name: "Delete" }).disabled;

function show(study_name: string, n_trials: number) {
  const study = { study_id: 1, study_name, n_trials };
  return renderWithHost(
    <DeleteDialog study={study} onClose={() => undefined} />,
    () => [204, null],
    WRITABLE,
  );
}

function type(value: string): void {
  fireEvent.change(screen.getByLabelText("Type the name of the study"), { target: { value } });
}

afterEach(cleanup);

test("a study of few trials is deleted without more ado", () => {
  show("a", 9);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(isAllowed()).toBe(true);
});

test("the name of one with many is to be typed", async () => {
  const { asked } = show("lr", 10);
  for (const wrong of ["l", "LR", "lr2"]) {
    type(wrong);
    expect(isAllowed()).toBe(false);
  }
  type("lr");
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  await expect
    .poll(() => asked.at(-1))
    .toEqual({
      method: "DELETE",
      path: "/api/studies/1",
      body: { remove_associated_artifacts: true },
    });
});

// No line break can be typed, and nobody sees a blank at the end.
test.each([" leading", "trailing ", "two  blanks", "line\nbreak\tand tab"])(
  "%j is typed as it is shown",
  (name) => {
    show(name, 10);
    type(name.trim().split(/\s+/).join(" "));
    expect(isAllowed()).toBe(true);
  },
);
