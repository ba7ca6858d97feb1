// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { HostContext } from "../hosts/context";
import type { FileFate, Host, HostState } from "../hosts/host";
import { FileList } from "./FileList";

afterEach(cleanup);

function show(fate: FileFate) {
  const state: HostState = {
    core: { status: "dead", cause: "Out of memory." },
    files: [{ id: "file-1", name: "a.db", size: 1, fate }],
  };
  const close = vi.fn(async () => undefined);
  const host = { state: () => state, subscribe: () => () => undefined, close };
  render(
    <HostContext value={host as unknown as Host}>
      <FileList />
    </HostContext>,
  );
  return close;
}

test.each<FileFate>([
  { status: "waiting" },
  { status: "reading" },
  { status: "refused", kind: "damaged", message: "It is damaged." },
  { status: "repeated" },
])("a file can be put away while it is $status", (fate) => {
  const close = show(fate);
  fireEvent.click(screen.getByRole("button", { name: "Dismiss a.db" }));
  expect(close).toHaveBeenCalledWith("file-1");
});

test("a file that was open already is named so, without a bar", () => {
  show({ status: "repeated" });
  expect(screen.getByRole("listitem").textContent).toBe("a.db is already open.");
  expect(screen.getByRole("status").textContent).toBe("a.db is already open.");
  expect(screen.queryByRole("progressbar")).toBeNull();
});
