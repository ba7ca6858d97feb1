import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import type { Meta } from "../api/types";
import { HostContext } from "../hosts/context";
import type { Host, HostRequest } from "../hosts/host";

/** What a host was asked for. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * A status, what is answered with it, bytes as they are, and headers; without one the path is not
 * found.
 */
export type Answers = (
  asked: Asked,
) => readonly [status: number, answer: unknown, headers?: HeadersInit] | undefined;

const META: Meta = {
  artifact_is_available: false,
  llm_is_available: false,
  plotlypy_is_available: false,
  allow_unsafe: false,
  is_read_only: true,
  has_login: false,
  version: "1",
  most_compared: 10,
  sources: [],
};

/** A storage that takes changes. */
export const WRITABLE: Meta = {
  ...META,
  is_read_only: false,
  sources: [
    {
      index: 0,
      label: "a.db",
      kind: "sqlite",
      warnings: [],
      n_studies: 1,
      why_read_only: null,
      needs_migration: false,
      upgrade: null,
    },
  ],
};

const STATE = { core: { status: "ready" }, files: [] };

/** Renders in front of a host that answers what a test says; see `asked` for what it was asked. */
export function renderWithHost(
  children: ReactNode,
  answers: Answers = () => undefined,
  meta: Meta = META,
): RenderResult & { readonly asked: readonly Asked[] } {
  const { element, asked } = hosted(<MemoryRouter>{children}</MemoryRouter>, answers, meta);
  return { ...render(element), asked };
}

/** The same for what has a router of its own. */
export function hosted(
  children: ReactNode,
  answers: Answers = () => undefined,
  meta: Meta = META,
): { readonly element: ReactNode; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const host = {
    kind: "server",
    fetch: async (path: string, { method = "GET", body }: HostRequest = {}) => {
      const request = { method, path, body: body && JSON.parse(String(body)) };
      asked.push(request);
      const known = path === "/api/meta" ? ([200, meta] as const) : answers(request);
      const [status, answer, headers = {}] = known ?? [404, { reason: `${path} is not found` }];
      const content = ArrayBuffer.isView(answer)
        ? (answer as BufferSource)
        : JSON.stringify(answer);
      return new Response(status === 204 ? null : content, { status, headers });
    },
    state: () => STATE,
    subscribe: () => () => undefined,
  } as unknown as Host;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const element = (
    <HostContext value={host}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </HostContext>
  );
  return { element, asked };
}
