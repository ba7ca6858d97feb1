import { expect, test } from "vitest";
import { currentAddress } from "./oldAddresses";

function now(address: string): string | null {
  const [pathname = "", query] = address.split("?");
  return currentAddress({ pathname, search: query ? `?${query}` : "" });
}

test.each([
  ["/studies/3/analytics", "/studies/3/analysis"],
  ["/studies/3/analytics/", "/studies/3/analysis"],
  ["/studies/3/smartSelection", "/studies/3/analysis"],
  ["/studies/3/trialTable", "/studies/3/trials"],
  ["/studies/3/trialList", "/studies/3/trials"],
  ["/studies/3/note", "/studies/3?part=note"],
  ["/studies/3/beta", "/studies/3"],
  ["/studies/3/graph", "/studies/3"],
  ["/studies/3/graph/preference", "/studies/3"],
  ["/studies/3/preference-history", "/studies/3/analysis?figure=preference-history"],
  ["/study/3", "/studies/3"],
  ["/compare-studies?ids=1,2", "/compare?ids=1,2"],
  ["/?studies_order_by=desc", "/?sort=-id"],
  ["/?studies_order_by=asc", "/?sort=id"],
])("%s is now %s", (old, current) => {
  expect(now(old)).toBe(current);
});

test("chosen trials are opened, one alone and several side by side", () => {
  expect(now("/studies/3/trials?numbers=7")).toBe("/studies/3/trials/7");
  expect(now("/studies/3/trials?numbers=1&numbers=2")).toBe(
    "/studies/3/trials/compare?numbers=1,2",
  );
  expect(now("/studies/3/trials?numbers=4,5,x,4")).toBe("/studies/3/trials/compare?numbers=4,5");
  expect(now("/studies/3/trials?numbers=")).toBeNull();
});

test("the switches of the list of trials become a filter", () => {
  const filter = (address: string) =>
    new URLSearchParams(now(address)?.split("?")[1]).get("filter");
  expect(filter("/studies/3/trials?best=true")).toBe("best");
  expect(filter("/studies/3/trials?exclude=Fail,Waiting,Odd&best=true")).toBe(
    "best and state not in [FAIL, WAITING]",
  );
});

test.each([
  "/",
  "/?sort=-id",
  "/compare?ids=1,2",
  "/studies/3",
  "/studies/3/analysis",
  "/studies/3/trials",
  "/studies/3/trials?filter=best&sort=-value:0&trial=4",
  "/studies/3/trials/7",
  "/studies/3/trials/compare?numbers=1,2",
  "/studies/x/analytics",
  "/studies/3/constructor",
  "/studies/3/note/7",
  "/study/x",
])("%s stays", (address) => {
  expect(now(address)).toBeNull();
});

test("no address leads in a circle", () => {
  for (const old of ["/studies/3/trials?best=true", "/studies/3/trials?numbers=1,2", "/study/3"]) {
    expect(now(now(old) ?? "")).toBeNull();
  }
});
