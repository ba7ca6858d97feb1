import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useHost } from "../hosts/context";
import type { Host } from "../hosts/host";
import { errorOf } from "./client";
import { useMeta } from "./hooks";
import { askAgain } from "./queryClient";

/** A change that the core is asked for. */
export interface Write {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** A further path that is no more when this is done. */
  readonly gone?: string;
}

/** Rejects with `ApiError`, or with whatever kept the host from answering. */
export async function send(host: Host, { method, path, body }: Write): Promise<unknown> {
  const response = await host.fetch(path, {
    method,
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await errorOf(response);
  return response.status === 204 ? undefined : response.json();
}

/**
 * Sends changes; what the page shows is asked for again after each. `onDone` comes first: it may
 * leave a page whose study is no more.
 */
export function useWrite(
  onDone: (answer: unknown, write: Write) => unknown = () => undefined,
): UseMutationResult<unknown, Error, Write> {
  const host = useHost();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (write: Write) => send(host, write),
    networkMode: "always",
    onSuccess: onDone,
    // A refused change may have met another state than the page shows.
    onSettled: (_, error, write) =>
      askAgain(client, (path) => error !== null || !isGone(write, path)),
  });
}

/** Whether a path is of what was deleted, which is on the page until it has been left. */
function isGone({ method, path: deleted, gone }: Write, path: string): boolean {
  return path === gone || (method === "DELETE" && `${path}/`.startsWith(`${deleted}/`));
}

/** Whether changes to the studies of a source are offered; without one: of any. */
export function useMayWrite(source?: number): boolean {
  const { data } = useMeta();
  if (!data || data.is_read_only) return false;
  const asked = data.sources.filter(({ index }) => source === undefined || index === source);
  return asked.some(({ why_read_only }) => why_read_only === null);
}
