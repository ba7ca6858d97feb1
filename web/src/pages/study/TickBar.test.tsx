// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { TicksProvider, useTicks } from "../../table/ticks/TicksProvider";
import { add } from "../../table/ticks/ticks";
import { renderWithHost, WRITABLE } from "../../test/renderWithHost";
import { galleryOf, MOST_IN_GALLERY, TickBar } from "./TickBar";
import { useExport } from "./useExport";

afterEach(cleanup);

test("the address of the artifacts of many trials is one that every server takes", () => {
  const numbers = Array.from({ length: MOST_IN_GALLERY }, (_, place) => 100_000 + place);
  const address = galleryOf(1_000_000_007, new Set(numbers));
  expect(address.length).toBeLessThan(3_800);
});

function Ticked({ count }: { readonly count: number }): ReactNode {
  const [, edit] = useTicks();
  const numbers = Array.from({ length: count }, (_, number) => number);
  return (
    <>
      <button type="button" onClick={() => edit((before) => add(before, numbers))}>
        Tick
      </button>
      <TickBar studyId={1} exports={useExport(1)} />
    </>
  );
}

test.each([
  [MOST_IN_GALLERY, "350 trials selected"],
  [MOST_IN_GALLERY + 1, "351 trials selected. The artifacts of at most 350 are shown at once."],
])("why the artifacts of %i trials are not offered is said", async (count, told) => {
  renderWithHost(
    <TicksProvider>
      <Ticked count={count} />
    </TicksProvider>,
    undefined,
    { ...WRITABLE, artifact_is_available: true },
  );
  fireEvent.click(screen.getByRole("button", { name: "Tick" }));
  const artifacts = await screen.findByText("Artifacts");
  expect(artifacts.getAttribute("aria-disabled")).toBe(count > MOST_IN_GALLERY ? "true" : null);
  expect(screen.getByRole("status").textContent).toBe(told);
});
