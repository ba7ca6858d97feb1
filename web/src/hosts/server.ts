import type { Host, HostState } from "./host";

const STATE: HostState = { core: { status: "ready" }, files: [] };

/** The page was sent by a server that also answers its requests. */
export function createHost(): Host {
  const base = pathBefore("/dashboard", window.location.pathname);
  return {
    kind: "server",
    capabilities: { openFiles: false },
    fetch: (path, init) => window.fetch(base + path, init).catch(explain),
    open: () => Promise.reject(new Error("Files are opened by the server's command line.")),
    close: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    state: () => STATE,
    subscribe: () => () => undefined,
  };
}

/** "Failed to fetch" says nothing to the person who has stopped the server. */
function explain(error: unknown): never {
  if (!(error instanceof TypeError)) throw error;
  throw new Error("The server does not answer. Is it still running?", { cause: error });
}

/** What stands before the last `mark` in `path`. */
export function pathBefore(mark: string, path: string): string {
  const at = `${path}/`.lastIndexOf(`${mark}/`);
  return at > 0 ? path.slice(0, at) : "";
}
