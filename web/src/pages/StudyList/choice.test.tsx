// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hosted } from "../../test/renderWithHost";
import { summary } from "../../test/summary";
import { ChosenBar } from "./ChosenBar";
import { StudyTable } from "./StudyTable";
import { matches } from "./search";
import { useChosen } from "./useChosen";
import { useListState } from "./useListState";

const STUDIES = [1, 2, 3, 4].map((study_id) => summary({ study_id }));

function List(): ReactNode {
  const list = useListState();
  const shown = useMemo(() => STUDIES.filter((one) => matches(one, list.query)), [list.query]);
  const chosen = useChosen(list, STUDIES, shown);
  return (
    <>
      <StudyTable studies={shown} showSource={false} sort={null} onSort={vi.fn()} chosen={chosen} />
      <ChosenBar chosen={chosen} most={3} />
    </>
  );
}

function show(search = "") {
  const router = createMemoryRouter(
    [
      { path: "/", element: <List /> },
      { path: "*", element: null },
    ],
    { initialEntries: [`/${search}`] },
  );
  render(hosted(<RouterProvider router={router} />).element);
  return router;
}

const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const boxOf = (id: number) => box(`Choose study ${id} to compare`);
const chosen = () => [1, 2, 3, 4].filter((id) => boxOf(id).checked);

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

describe("choosing studies of the list", () => {
  it("one by one, and by a range with Shift", () => {
    const router = show();
    expect(screen.queryByRole("region", { name: "Chosen studies" })).toBeNull();
    fireEvent.click(boxOf(1));
    expect(screen.getByRole("status").textContent).toContain("Choose another one");
    fireEvent.click(boxOf(3), { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3]);
    const link = screen.getByRole("link", { name: "Compare 3 studies" });
    expect(link.getAttribute("href")).toBe("/compare?ids=1,2,3");
    expect(router.state.location.search).toBe("?chosen=1%2C2%2C3");
    fireEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(chosen()).toEqual([]);
  });

  it("by a click on a row with Shift, which then leads nowhere", () => {
    const router = show();
    fireEvent.click(boxOf(2));
    fireEvent.click(screen.getByRole("link", { name: "study 4" }), { shiftKey: true });
    expect(chosen()).toEqual([2, 3, 4]);
    expect(router.state.location.pathname).toBe("/");
    fireEvent.click(screen.getByRole("link", { name: "study 4" }));
    expect(router.state.location.pathname).toBe("/studies/4");
  });

  it("all that are shown, without forgetting those that are not", () => {
    show("?q=2&chosen=1,77");
    expect(screen.getByRole("status").textContent).toContain("1 study chosen, 1 of them not shown");
    fireEvent.click(box("Choose all to compare"));
    expect(screen.getByRole("link", { name: "Compare 2 studies" })).toBeTruthy();
    fireEvent.click(box("Choose all to compare"));
    expect(screen.getByRole("status").textContent).toContain("1 study chosen");
  });

  it("not more than can be compared", () => {
    show();
    fireEvent.click(box("Choose all to compare"));
    expect(screen.getByRole("status").textContent).toContain("At most 3 can be compared at once");
    const link = screen.getByText("Compare 4 studies");
    expect(link.getAttribute("aria-disabled")).toBe("true");
  });
});
