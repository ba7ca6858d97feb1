import { QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { FileEntry, Host, HostState } from "../hosts/host";
import { queryKey } from "./hooks";
import { createQueryClient } from "./queryClient";

function fakeHost() {
  let state: HostState = { core: { status: "ready" }, files: [] };
  const listeners: (() => void)[] = [];
  const asked: string[] = [];
  const host = {
    kind: "site",
    fetch: async (path: string) => {
      asked.push(path);
      return new Response("{}", { headers: { "content-type": "application/json" } });
    },
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Host;
  const entry = (source: number): FileEntry => ({
    id: `file-${source}`,
    name: "a.db",
    size: 1,
    fate: { status: "open", source },
  });
  const open = (...sources: number[]) => {
    state = { ...state, files: sources.map(entry) };
    for (const listener of listeners) listener();
  };
  return { host, open, asked };
}

const KEY = queryKey("/api/studies");

test("answers are stale once another file is open", async () => {
  const { host, open } = fakeHost();
  const client = createQueryClient(host);
  await client.prefetchQuery({ queryKey: KEY, queryFn: () => "of no file" });
  expect(client.getQueryState(KEY)?.isInvalidated).toBe(false);
  open(0);
  await expect.poll(() => client.getQueryState(KEY)?.isInvalidated).toBe(true);
});

test("the studies of the first file are asked for at once, and once", async () => {
  const { host, open, asked } = fakeHost();
  const client = createQueryClient(host);
  open();
  expect(asked).toEqual([]);
  open(0);
  expect(asked).toEqual(["/api/studies", "/api/meta"]);
  await expect.poll(() => client.getQueryState(KEY)?.status).toBe("success");
  expect(client.getQueryState(KEY)?.isInvalidated).toBe(false);
});

test("an answer from before a file was opened does not pass for one from after", async () => {
  const { host, open } = fakeHost();
  const client = createQueryClient(host);
  let answer: (text: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const asked = client.prefetchQuery({ queryKey: KEY, queryFn: () => late });
  open(0);
  answer("of no file");
  await asked;
  const now = await client.fetchQuery({ queryKey: KEY, queryFn: () => "of the file" });
  expect(now).toBe("of the file");
});

test("of a changed file, numbers are asked for before figures", async () => {
  const { host, open } = fakeHost();
  const client = createQueryClient(host);
  const asked: string[] = [];
  const paths = [
    "/api/studies/0/figures/history",
    "/api/studies/0/figures",
    "/api/studies/0/summary",
  ];
  for (const path of paths) {
    const queryFn = () => asked.push(path);
    const observer = new QueryObserver(client, { queryKey: queryKey(path), queryFn });
    observer.subscribe(() => undefined);
  }
  await expect.poll(() => asked).toHaveLength(3);
  asked.length = 0;
  open(0);
  await expect.poll(() => asked).toHaveLength(3);
  expect(asked).toEqual([...paths.slice(1), paths[0]]);
});
