import { type Query, QueryClient } from "@tanstack/react-query";
import type { Host } from "../hosts/host";
import { ApiError, getJson } from "./client";
import { queryKey } from "./hooks";

/** What every page asks first. */
const FIRST = ["/api/studies", "/api/meta"];

/** Answers stay until the data behind them changes: a file was opened or the core restarted. */
export function createQueryClient(host: Host): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: host.kind === "site" ? Number.POSITIVE_INFINITY : 5_000,
        refetchOnWindowFocus: host.kind === "server",
        networkMode: "always",
        retry: (count, error) =>
          host.kind === "server" && !(error instanceof ApiError) && count < 2,
      },
    },
  });
  let before = dataMark(host);
  host.subscribe(() => {
    const now = dataMark(host);
    if (now === before) return;
    before = now;
    if (client.getQueryCache().getAll().length === 0) {
      if (hasOpenFile(host)) askFirst(client, host);
      return;
    }
    askAgain(client);
  });
  return client;
}

/**
 * Asks again for what is shown, or for those of its paths that are `meant`. Numbers come before
 * figures, of which each may take as long as all of them.
 */
export function askAgain(client: QueryClient, meant = (_path: string) => true): void {
  const pathOf = ({ queryKey: [path] }: Query) => String(path);
  // An answer that is still under way is of the data before: it must not arrive as fresh.
  void client.cancelQueries({ predicate: (query) => meant(pathOf(query)) }).then(() => {
    for (const isTurn of [false, true]) {
      const predicate = (query: Query) =>
        meant(pathOf(query)) && pathOf(query).includes("/figures/") === isTurn;
      void client.invalidateQueries({ predicate });
    }
  });
}

/** Has the core at work while the page is still being drawn. */
function askFirst(client: QueryClient, host: Host): void {
  for (const path of FIRST) {
    void client.prefetchQuery({
      queryKey: queryKey(path),
      queryFn: ({ signal }) => getJson(host, path, {}, signal),
    });
  }
}

function hasOpenFile(host: Host): boolean {
  return host.state().files.some(({ fate }) => fate.status === "open");
}

/** Changes whenever the set of open files does, or the core becomes ready (again). */
function dataMark(host: Host): string {
  const { core, files } = host.state();
  const open = files.map(({ id, fate }) => (fate.status === "open" ? `${id}:${fate.source}` : ""));
  return `${core.status === "ready"} ${open.join(" ")}`;
}
