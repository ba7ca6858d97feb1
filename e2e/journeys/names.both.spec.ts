import { shownName } from "../support/dashboard.ts";
import { expect, test } from "../support/test.ts";

const NAMES = [
  "  leading/space ?#%&'\"<script>alert(1)</script>\\ ;--",
  "日本語スタディ 🚀👨‍👩‍👧",
  "line\nbreak\ttab",
];

test("studies of any name show as text and open", async ({ page, dashboard }) => {
  // An alert would be noted by the guard, and fails the test.
  await dashboard.openStudies();
  for (const name of NAMES) {
    await dashboard.openStudy(name);
    await dashboard.settled();
    await expect(page).toHaveTitle(new RegExp(escapeRegExp(shownName(name).slice(0, 8))));
    await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText(
      shownName(name),
    );
    await page.goBack();
  }
  const long = dashboard.studies.getByRole("link", { name: /^long-x+/ });
  await long.click();
  await expect(dashboard.title).toContainText("long-xxx");
});

test("the quick jump finds a study by a part of its name", async ({ page, dashboard }) => {
  await dashboard.openStudies();
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "A study, a page, or a trial number" });
  await box.fill("script");
  await page.keyboard.press("Enter");
  await expect(dashboard.title).toHaveText(shownName(String(NAMES[0])));
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
