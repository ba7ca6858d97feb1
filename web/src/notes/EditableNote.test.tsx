// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Answers, renderWithHost } from "../test/renderWithHost";
import { drafts } from "./drafts";
import { EditableNote } from "./EditableNote";

const PATH = "/api/studies/0/note";
const STORED = { version: 3, body: "stored" };

function show(answers?: Answers, note = STORED) {
  const element = (
    <EditableNote note={note} path={PATH}>
      {({ body }) => body}
    </EditableNote>
  );
  return renderWithHost(element, answers);
}

const button = (name: string) => screen.getByRole("button", { name });
const field = () => screen.getByRole("textbox", { name: /Text of the note/ });
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });

afterEach(() => {
  cleanup();
  drafts.set(PATH, undefined);
});

test("a note is saved as the next version", async () => {
  const { asked } = show(() => [204, null]);
  fireEvent.click(button("Edit the note"));
  expect(button("Save")).toHaveProperty("disabled", true);
  write("new");
  fireEvent.click(button("Save"));
  await screen.findByRole("button", { name: "Edit the note" });
  expect(asked).toEqual([{ method: "PUT", path: PATH, body: { version: 4, body: "new" } }]);
  expect(drafts.hasChanges()).toBe(false);
});

test("where somebody else wrote meanwhile, both texts are shown and either can stay", async () => {
  const theirs = { version: 7, body: "theirs" };
  const { asked } = show(({ body }) =>
    (body as { version: number }).version === 8
      ? [204, null]
      : [409, { reason: "Somebody was faster.", note: theirs }],
  );
  fireEvent.click(button("Edit the note"));
  write("mine");
  fireEvent.click(button("Save"));
  const stored = await screen.findByRole("region", { name: "Stored now" });
  expect(stored.textContent).toContain("theirs");
  expect(screen.getByRole("region", { name: "Yours" }).textContent).toContain("mine");
  expect(button("Save")).toHaveProperty("disabled", true);
  fireEvent.click(button("Replace it by yours"));
  await screen.findByRole("button", { name: "Edit the note" });
  expect(asked.at(-1)?.body).toEqual({ version: 8, body: "mine" });
});

test("a save that fails says why and loses nothing", async () => {
  show(() => [403, { reason: "This dashboard is read-only" }]);
  fireEvent.click(button("Edit the note"));
  write("mine");
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  expect((await screen.findByRole("alert")).textContent).toContain("read-only");
  expect(field()).toHaveProperty("value", "mine");
});

test("what is not saved is asked about, and is still there on another visit", () => {
  const { unmount } = show(undefined, { version: 0, body: "" });
  fireEvent.click(button("Write a note"));
  write("mine");
  unmount();
  show(undefined, { version: 0, body: "" });
  expect(field()).toHaveProperty("value", "mine");
  fireEvent.click(button("Cancel"));
  expect(screen.getByRole("alert").textContent).toContain("not saved");
  fireEvent.click(button("Discard"));
  expect(button("Write a note")).toBeDefined();
});
