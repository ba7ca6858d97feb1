// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Artifact } from "../api/types";
import { renderWithHost, WRITABLE } from "../test/renderWithHost";
import { ArtifactTile } from "./ArtifactTile";

const META = { ...WRITABLE, artifact_is_available: true };
const PICTURE: Artifact = {
  artifact_id: "0a",
  filename: "a.png",
  mimetype: "image/png",
  encoding: null,
};
const PATH = "/artifacts/1/2/0a";

let comeIntoSight: () => void;

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        comeIntoSight = () => callback([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("URL", URL);
  URL.createObjectURL = () => "blob:a";
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function tile(artifact: Artifact, hasStore = true) {
  const place = { source: 0, studyId: 1, trialId: 2 };
  const element = (
    <ArtifactTile artifact={artifact} place={place} hasStore={hasStore} owner="of trial 5" />
  );
  const answers = ({ path }: { readonly path: string }) =>
    path === PATH ? ([200, new Uint8Array([1])] as const) : undefined;
  return renderWithHost(element, answers, META);
}

test("a picture is fetched when it comes into sight, and shown large by a click", async () => {
  const { asked } = tile(PICTURE);
  const button = screen.getByRole("button", { name: "View a.png of trial 5" });
  expect(asked.map(({ path }) => path)).not.toContain(PATH);
  act(() => comeIntoSight());
  expect(await screen.findByRole("img", { name: "a.png" })).toBeTruthy();
  expect(asked.filter(({ path }) => path === PATH)).toHaveLength(1);
  fireEvent.click(button);
  expect(await screen.findByRole("dialog", { name: "a.png" })).toBeTruthy();
});

test("another file is its name", () => {
  const { asked } = tile({ ...PICTURE, filename: "a.log", mimetype: "text/plain" });
  expect(screen.getByRole("button", { name: "View a.log of trial 5" }).textContent).toBe("a.log");
  expect(asked.map(({ path }) => path)).not.toContain(PATH);
});

test("what is not in this storage is named, and leads nowhere", () => {
  tile(PICTURE, false);
  expect(screen.getByText("a.png")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
