import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** A menu of VS Code takes no click in its first 100 milliseconds. */
const MENU_REST = 200;

/** VS Code as a person sees it, and our pages in it. */
export class Workbench {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens a folder in this window and waits until its files are listed. */
  async openFolder(folder: string): Promise<void> {
    await this.page.goto(`${this.origin}/?folder=${encodeURIComponent(folder)}`);
    await expect(this.file(/./).first()).toBeVisible({ timeout: 60_000 });
  }

  /** A file in the explorer. */
  file(name: string | RegExp): Locator {
    return this.page
      .getByRole("tree", { name: "Files Explorer" })
      .getByRole("treeitem", { name, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }

  /**
   * Right click on a file, and our item, which is there only once extensions are known. A busy
   * VS Code may close its menu without doing what was chosen.
   */
  async openFromMenu(name: string): Promise<void> {
    const item = this.page.getByRole("menuitem", { name: "Open in Optuna Dashboard" });
    await expect(async () => {
      await this.page.keyboard.press("Escape");
      await this.file(name).click({ button: "right", timeout: 5_000 });
      await expect(item).toBeVisible({ timeout: 2_000 });
      await this.page.waitForTimeout(MENU_REST);
      await item.click({ timeout: 2_000 });
      await expect(this.tab(name).first()).toHaveAttribute("aria-selected", "true", {
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
  }

  /** Runs a command of the palette, by its title. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.input.fill(`>${title}`);
    await this.page.getByRole("option", { name: title }).first().click();
  }

  /** Where VS Code asks for a command or a path. */
  get input(): Locator {
    return this.page.locator(".quick-input-widget input[type=text]");
  }

  /** Our pages, in the editor that is in front. */
  get pages(): FrameLocator {
    return this.pagesIn(this.page.locator("iframe.webview.ready:visible"));
  }

  /** Our pages in one of the editors that are side by side, from left to right. */
  pagesAt(place: number): FrameLocator {
    return this.pagesIn(this.page.locator("iframe.webview.ready:visible").nth(place));
  }

  get studies(): Locator {
    return this.pages.getByRole("table", { name: "Studies" });
  }

  study(name: string): Locator {
    return this.pages.getByRole("link", { name, exact: true });
  }

  row(study: string): Locator {
    return this.studies.getByRole("row").filter({ hasText: study });
  }

  get title(): Locator {
    return this.pages.getByRole("heading", { level: 1 });
  }

  trial(number: number): Locator {
    const link = this.pages.getByRole("link", { name: String(number), exact: true });
    return this.pages.getByRole("grid", { name: "Trials" }).getByRole("row").filter({ has: link });
  }

  /** What stands beside the table of trials. */
  get details(): Locator {
    return this.pages.getByLabel("Details of the selected trial");
  }

  /** A figure that has been drawn. */
  drawing(title: string): Locator {
    return this.pages.getByRole("img", { name: new RegExp(`^${title}`) });
  }

  /** A figure with its title and its buttons. */
  figure(title: string): Locator {
    return this.pages.getByRole("region", { name: title }).filter({ has: this.drawing(title) });
  }

  private pagesIn(webview: Locator): FrameLocator {
    return webview.contentFrame().locator("iframe#active-frame").contentFrame();
  }
}
