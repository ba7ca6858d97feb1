import type { Host, HostState } from "./host";

const STATE: HostState = { core: { status: "ready" }, files: [] };

/** The page was sent by a server that also answers its requests. */
export function createHost(): Host {
  const base = pathBefore("/dashboard", window.location.pathname);
  return {
    kind: "server",
    capabilities: { openFiles: false },
    fetch: async (path, init) => {
      const answer = await window.fetch(base + path, init).catch(explain);
      // What somebody was about to change is not to be lost by leaving the page.
      if (answer.status === 401 && (init?.method ?? "GET") === "GET") logIn(base);
      return answer;
    },
    addressOf: (path) => base + path,
    // In development the files are at the root.
    ...(import.meta.env.DEV ? {} : { pages: `${window.location.origin}${base}/static/` }),
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

/** The server was told another token: its login leads back to this page. */
function logIn(base: string): void {
  const { pathname, search } = window.location;
  const next = encodeURIComponent(pathname.slice(base.length) + search);
  window.location.assign(`${base}/login?next=${next}`);
}

/** What stands before the last `mark` in `path`. */
export function pathBefore(mark: string, path: string): string {
  const at = `${path}/`.lastIndexOf(`${mark}/`);
  return at > 0 ? path.slice(0, at) : "";
}
