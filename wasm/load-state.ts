/** How the worker is doing. */
import type { ErrorData, Progress } from "./protocol";

/** A tagged union, so that a late progress message cannot undo a failure. */
export type LoadState =
  | { readonly status: "booting"; readonly progress: Progress }
  /** `progress` is there while a file or packages are being loaded. */
  | { readonly status: "ready"; readonly progress?: Progress }
  /** Python never started. */
  | { readonly status: "failed"; readonly error: ErrorData }
  /** Python was there and is gone. */
  | { readonly status: "dead"; readonly error: ErrorData };

export type LoadEvent =
  | { readonly type: "restart" }
  | ({ readonly type: "progress" } & Progress)
  | { readonly type: "ready" }
  | ({ readonly type: "fatal" } & ErrorData);

export const BOOTING: LoadState = {
  status: "booting",
  progress: { stage: "runtime", done: 0, total: 0 },
};

/** The state after an event. Out of a failure only a restart leads. */
export function nextState(state: LoadState, event: LoadEvent): LoadState {
  if (event.type === "restart") return BOOTING;
  if (state.status === "failed" || state.status === "dead") return state;
  switch (event.type) {
    case "ready":
      return { status: "ready" };
    case "fatal": {
      const error = { name: event.name, message: event.message };
      return { status: state.status === "ready" ? "dead" : "failed", error };
    }
    case "progress":
      if (event.stage === "done") return state.status === "ready" ? { status: "ready" } : state;
      return {
        status: state.status,
        progress: { stage: event.stage, done: event.done, total: event.total },
      };
  }
}
