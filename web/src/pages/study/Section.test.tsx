// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter, useSearchParams } from "react-router";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Section } from "./Section";

const shown: Element[] = [];

beforeEach(() => {
  shown.length = 0;
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this);
  };
});
afterEach(cleanup);

/** What changes the address of the page that one is on. */
function Zoom() {
  const [, setSearch] = useSearchParams();
  const zoom = () =>
    setSearch((search) => ({ ...Object.fromEntries(search), zoom: "1" }), { replace: true });
  return (
    <button type="button" onClick={zoom}>
      Zoom
    </button>
  );
}

function visit(address: string) {
  const page = (isThere: boolean) => (
    <MemoryRouter initialEntries={[address]}>
      <input aria-label="Jump to" />
      <Zoom />
      {isThere && (
        <>
          <Section title="Note" name="note">
            A note
          </Section>
          <Section title="Form">A form</Section>
        </>
      )}
    </MemoryRouter>
  );
  const { rerender } = render(page(false));
  return () => rerender(page(true));
}

test("a part that the address names is scrolled to when it is there, and takes the focus", () => {
  visit("/studies/3?part=note")();
  const note = screen.getByRole("region", { name: "Note" });
  expect(shown).toEqual([note]);
  expect(document.activeElement).toBe(note);
});

test("once only, whatever else changes in the address", () => {
  visit("/studies/3?part=note")();
  act(() => screen.getByRole("button", { name: "Zoom" }).click());
  expect(shown).toHaveLength(1);
});

test("not from who is elsewhere already", () => {
  const load = visit("/studies/3?part=note");
  const field = screen.getByRole("textbox");
  field.focus();
  load();
  expect(shown).toHaveLength(1);
  expect(document.activeElement).toBe(field);
});

test.each(["/studies/3", "/studies/3?part=", "/studies/3?part=form"])(
  "%s names none",
  (address) => {
    visit(address)();
    expect(shown).toEqual([]);
    expect(document.activeElement).toBe(document.body);
  },
);
