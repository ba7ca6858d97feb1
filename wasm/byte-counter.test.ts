import { expect, test } from "vitest";
import { ByteCounter } from "./byte-counter";
import type { Progress } from "./protocol";

test("reports at most every 100 ms, and always the end", () => {
  const reports: Progress[] = [];
  let now = 0;
  const counter = new ByteCounter(
    "reading",
    (progress) => reports.push(progress),
    () => now,
  );
  counter.expect(100);
  counter.add(10);
  counter.add(10);
  now = 100;
  counter.add(10);
  counter.add(70);
  expect(reports.map((one) => one.done)).toEqual([10, 30, 100]);
  expect(reports.every((one) => one.total === 100 && one.stage === "reading")).toBe(true);
});

test("counts what passes", async () => {
  const reports: Progress[] = [];
  const counter = new ByteCounter("runtime", (progress) => reports.push(progress));
  counter.expect(5);
  const stream = new Blob(["hello"]).stream().pipeThrough(counter.stream());
  expect(await new Response(stream).text()).toBe("hello");
  expect(reports.at(-1)).toEqual({ stage: "runtime", done: 5, total: 5 });
});
