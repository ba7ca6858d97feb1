import type { Host } from "../hosts/host";
import type { ErrorAnswer } from "./types";

/** A request that the core answered with a status of 400 or more. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(reason);
    this.name = "ApiError";
  }
}

export type QueryValue = string | number | boolean | null | undefined;
export type QueryParams = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

/** GET a JSON answer. Rejects with `ApiError`, or with whatever kept the host from answering. */
export async function getJson<T>(
  host: Host,
  path: string,
  params: QueryParams = {},
  signal?: AbortSignal,
): Promise<T> {
  const headers = { Accept: "application/json" };
  const response = await host.fetch(path + queryString(params), {
    headers,
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new ApiError(response.status, await reasonOf(response));
  return (await response.json()) as T;
}

/** `?a=1&b=2`, without keys that have no value; a list repeats its key. */
export function queryString(params: QueryParams): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) search.append(key, String(item));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}

async function reasonOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as ErrorAnswer).reason;
  } catch {
    // A proxy in between answers in its own words.
    return `The server answered ${response.status} ${response.statusText}`.trim();
  }
}
