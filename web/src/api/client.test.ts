// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { Host } from "../hosts/host";
import { createHost, pathBefore } from "../hosts/server";
import { ApiError, getJson, queryString } from "./client";

function hostThat(answer: () => Response): Host {
  return { ...createHost(), fetch: () => Promise.resolve(answer()) };
}

test("parameters without a value are left out, lists repeat their key", () => {
  expect(queryString({})).toBe("");
  expect(queryString({ a: 1, b: null, c: undefined, d: [2, 3], e: false, f: "x y" })).toBe(
    "?a=1&d=2&d=3&e=false&f=x+y",
  );
});

test("an error carries the core's reason, and what else it said", async () => {
  const answer = { reason: "“b” cannot be compared", study_ids: [2] };
  const host = hostThat(() => Response.json(answer, { status: 400 }));
  const failed = getJson(host, "/api/compare?ids=1,2");
  await expect(failed).rejects.toEqual(new ApiError(400, answer));
  await expect(failed).rejects.toMatchObject({ message: answer.reason, answer });
});

test("an error in a filter says where it is", async () => {
  const answer = { reason: "a closing ] is missing here", start: 3, end: 4 };
  const host = hostThat(() => Response.json(answer, { status: 400 }));
  await expect(getJson(host, "/api/studies/1/selection")).rejects.toMatchObject({
    message: answer.reason,
    place: { start: 3, end: 4 },
  });
});

test("an error page of a proxy still says something", async () => {
  const host = hostThat(() => new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
  await expect(getJson(host, "/")).rejects.toThrow("The server answered 502 Bad Gateway");
});

test("a prefix in front of the dashboard is found", () => {
  expect(pathBefore("/dashboard", "/dashboard/studies/1")).toBe("");
  expect(pathBefore("/dashboard", "/a/b/dashboard")).toBe("/a/b");
  expect(pathBefore("/dashboard", "/dashboards/1")).toBe("");
  expect(pathBefore("/dashboard", "/dashboard/a/dashboard/studies/1")).toBe("/dashboard/a");
});
