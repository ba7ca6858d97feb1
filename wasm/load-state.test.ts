import { expect, test } from "vitest";
import { BOOTING, type LoadEvent, type LoadState, nextState } from "./load-state";

const reading: LoadEvent = { type: "progress", stage: "reading", done: 1, total: 2 };
const fatal: LoadEvent = { type: "fatal", name: "AssetError", message: "broken" };

function after(...events: LoadEvent[]): LoadState {
  return events.reduce(nextState, BOOTING);
}

test("progress shows while booting and while ready", () => {
  const progress = { stage: "reading", done: 1, total: 2 };
  expect(after(reading)).toEqual({ status: "booting", progress });
  expect(after({ type: "ready" }, reading)).toEqual({ status: "ready", progress });
});

test("done ends the progress of a ready worker, and no more", () => {
  const done: LoadEvent = { type: "progress", stage: "done", done: 0, total: 0 };
  expect(after({ type: "ready" }, reading, done)).toEqual({ status: "ready" });
  expect(after(reading, done)).toEqual(after(reading));
});

test("a failure of the start and the end of a worker that ran are told apart", () => {
  const error = { name: "AssetError", message: "broken" };
  expect(after(reading, fatal)).toEqual({ status: "failed", error });
  expect(after({ type: "ready" }, fatal)).toEqual({ status: "dead", error });
});

test("nothing late undoes a failure, and the first failure stays", () => {
  const failed = after(fatal);
  expect(nextState(failed, reading)).toBe(failed);
  expect(nextState(failed, { type: "ready" })).toBe(failed);
  expect(nextState(failed, { type: "fatal", name: "Other", message: "later" })).toBe(failed);
});

test("a restart leads out of every state", () => {
  for (const state of [after(fatal), after({ type: "ready" }, fatal), after({ type: "ready" })]) {
    expect(nextState(state, { type: "restart" })).toBe(BOOTING);
  }
});
