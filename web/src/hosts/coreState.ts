import type { LoadState } from "../../../wasm/load-state";
import type { CoreState } from "./host";

/** How the worker is doing, as pages see it. */
export function coreState(state: LoadState): CoreState {
  if (state.status === "failed" || state.status === "dead") {
    return { status: state.status, cause: state.error.message };
  }
  return state;
}
