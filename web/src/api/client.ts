import type { Host } from "../hosts/host";
import type { ErrorAnswer } from "./types";

/** A request that the core answered with a status of 400 or more. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** All that the core said of it. */
    readonly answer: ErrorAnswer,
  ) {
    super(answer.reason);
    this.name = "ApiError";
  }

  /** Where in a filter the reason lies. */
  get place(): Place | null {
    const { start, end } = this.answer;
    return start === undefined || end === undefined ? null : { start, end };
  }
}

/** Part of a text, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
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
  if (!response.ok) throw await errorOf(response);
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

/** The error that an answer tells of. */
export async function errorOf(response: Response): Promise<ApiError> {
  const { status, statusText } = response;
  try {
    return new ApiError(status, (await response.json()) as ErrorAnswer);
  } catch {
    // A proxy in between answers in its own words.
    return new ApiError(status, { reason: `The server answered ${status} ${statusText}`.trim() });
  }
}
