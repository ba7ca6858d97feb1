import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

test("a dead worker says so, and a restart brings the files back", async ({
  page,
  dashboard,
  guard,
}) => {
  guard.allow(/out of memory/);
  await dashboard.visit();
  await dashboard.choose(fixture("special/small.db"), fixture("journal/small.log"));
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("out of memory");
    });
  });
  const notice = page.getByRole("alert").filter({ hasText: "Python stopped" });
  await expect(notice).toContainText("out of memory");
  await notice.getByRole("button", { name: "Restart" }).click();
  await expect(notice).toBeHidden();
  await expect(dashboard.studies.getByRole("link")).toHaveCount(3);
  await dashboard.openStudy("demo");
  await dashboard.settled();
  expect(page.workers()).toHaveLength(1);
});

test("a broken download of the runtime is said, and can be tried again", async ({
  page,
  dashboard,
  guard,
}) => {
  guard.allow(/503/);
  await page.route("**/runtime/*.wasm*", (route) => route.fulfill({ status: 503 }));
  await dashboard.visit();
  const notice = page.getByRole("alert").filter({ hasText: "Python did not start" });
  await expect(notice).toContainText("503");
  await dashboard.choose(fixture("special/small.db"));
  await expect(dashboard.file("small.db")).toContainText("Waits until Python runs again");
  await page.unroute("**/runtime/*.wasm*");
  await notice.getByRole("button", { name: "Restart" }).click();
  await expect(dashboard.study("demo")).toBeVisible();
});
