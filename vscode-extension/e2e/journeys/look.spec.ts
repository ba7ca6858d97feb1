import { fixture } from "../../../e2e/support/files.ts";
import { expect, test } from "../support/test.ts";

const THEMES = {
  "Default Dark Modern": "dark",
  "Default High Contrast": "dark",
  "Default High Contrast Light": "light",
  "Solarized Light": "light",
} as const;

test("the pages have the colours of VS Code's theme, also when it changes", async ({
  server,
  workbench,
}) => {
  const folder = server.makeFolder({ "study.db": fixture("sqlite/optuna-5.0.0.db") });
  await workbench.openFolder(folder);
  await workbench.openFromMenu("study.db");
  await workbench.study("single-minimize").click();
  await expect(workbench.drawing("History")).toBeVisible();
  const root = workbench.pages.locator(":root");
  for (const [theme, scheme] of Object.entries(THEMES)) {
    const before = await root.evaluate((element) => element.style.cssText);
    server.configure(folder, { "workbench.colorTheme": theme });
    await expect.poll(() => root.evaluate(({ style }) => style.cssText)).not.toBe(before);
    await expect(root, theme).toHaveAttribute("data-color-scheme", scheme);
    await expect(workbench.title).toHaveText("single-minimize");
    await expect(workbench.drawing("History")).toBeVisible();
    const colors = await workbench.pages.locator("body").evaluate((body) => {
      const probe = body.appendChild(document.createElement("div"));
      probe.style.cssText =
        "background: var(--vscode-editor-background); color: var(--vscode-foreground)";
      const { backgroundColor, color } = getComputedStyle(probe);
      const paper = body.querySelector(".main-svg")?.getAttribute("style") ?? "";
      const page = getComputedStyle(body);
      probe.remove();
      return { theirs: [backgroundColor, color], ours: [page.backgroundColor, page.color], paper };
    });
    expect(colors.ours, theme).toEqual(colors.theirs);
    expect(colors.paper, theme).toContain("background");
  }
});
