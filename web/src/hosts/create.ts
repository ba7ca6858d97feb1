import type { Host } from "./host";
import { createServerHost } from "./server";

/** The host that this build is for. */
export function createHost(): Host {
  return createServerHost();
}
