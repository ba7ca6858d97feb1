// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HostContext } from "../hosts/context";
import type { Host } from "../hosts/host";
import { LiveSwitch } from "./LiveSwitch";

let answers: () => Response;
let asked: number;
let drawn: number;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  drawn = 0;
  answers = tagged("one");
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const tagged = (tag: string) => () => new Response("{}", { headers: { ETag: tag } });

/** Shows something that counts how often it is asked for. */
function Shown() {
  useQuery({ queryKey: ["/api/studies"], queryFn: () => (drawn += 1) });
  return null;
}

async function show(): Promise<void> {
  const fetch = async () => {
    asked += 1;
    return answers();
  };
  render(
    <HostContext value={{ fetch } as unknown as Host}>
      <QueryClientProvider client={new QueryClient()}>
        <Shown />
        <LiveSwitch />
      </QueryClientProvider>
    </HostContext>,
  );
  await wait(0);
}

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test("what is shown is asked for again when the server's studies have changed, and only then", async () => {
  await show();
  await wait(10_000);
  expect([asked, drawn]).toEqual([4, 1]);
  answers = tagged("two");
  await wait(3_000);
  expect(drawn).toBe(2);
});

test("while it is paused nothing is asked, and a change meanwhile shows afterwards", async () => {
  await show();
  fireEvent.click(screen.getByRole("button", { name: "Live: pause following changes" }));
  const before = asked;
  answers = tagged("two");
  await wait(20_000);
  expect([asked, drawn]).toEqual([before, 1]);
  fireEvent.click(screen.getByRole("button", { name: "Paused: follow changes again" }));
  await wait(3_000);
  expect(drawn).toBe(2);
});

test("a server that is gone is told of, and followed again when it is back", async () => {
  await show();
  answers = () => {
    throw new Error("The server does not answer.");
  };
  await wait(3_000);
  expect(screen.getByText("No answer")).toBeDefined();
  answers = tagged("two");
  await wait(3_000);
  expect(screen.getByText("Live")).toBeDefined();
  expect(drawn).toBe(2);
});
