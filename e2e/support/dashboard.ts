import { expect, type Locator, type Page } from "@playwright/test";
import { dropFiles } from "./drop.ts";
import { fixture } from "./files.ts";

/** The pages as a person sees them: the one place that knows what things are called. */
export class Dashboard {
  readonly dropZone: Locator;
  readonly sample: Locator;
  readonly studies: Locator;
  readonly openFiles: Locator;
  readonly title: Locator;
  readonly trials: Locator;
  readonly trialDetails: Locator;

  constructor(
    readonly page: Page,
    readonly host: "site" | "server",
    readonly startUrl: string,
  ) {
    this.dropZone = page.getByRole("button", { name: "Drop files here" });
    this.sample = page.getByRole("button", { name: "Try a sample study" });
    this.studies = page.getByRole("table", { name: "Studies" });
    this.openFiles = page.getByRole("region", { name: "Open files" });
    this.title = page.getByRole("heading", { level: 1 });
    this.trials = page.getByRole("grid", { name: "Trials" });
    this.trialDetails = page.getByLabel("Details of the selected trial");
  }

  /**
   * A page of the dashboard by its route, `studies/1/trials` for instance. On the site this
   * changes only the hash, so that files stay open.
   */
  async visit(route = ""): Promise<void> {
    await this.page.goto(this.startUrl + (this.host === "site" ? `#/${route}` : route));
  }

  /** The list of studies of a fixture file; the server has Optuna 5's open. */
  async openStudies(): Promise<void> {
    await this.visit();
    if (this.host === "site") await this.choose(fixture("sqlite/optuna-5.0.0.db"));
    await expect(this.studies).toBeVisible();
  }

  /** Chooses files with the file picker. */
  async choose(...paths: string[]): Promise<void> {
    await this.page.getByLabel("Optuna files").first().setInputFiles(paths);
  }

  /** Drags files from the desktop onto the page. */
  async drop(...paths: string[]): Promise<void> {
    await dropFiles(this.page.locator("body"), paths);
  }

  /** What the page says of a file that waits or was refused. */
  file(name: string): Locator {
    const files = this.page.getByRole("list", { name: "Files" });
    return files.getByRole("listitem").filter({ hasText: name });
  }

  /** The link of a study in the list. */
  study(name: string): Locator {
    return this.studies.getByRole("link", { name: shownName(name), exact: true });
  }

  row(study: string): Locator {
    const link = this.page.getByRole("link", { name: shownName(study), exact: true });
    return this.studies.getByRole("row").filter({ has: link });
  }

  /** How many trials of a study are in each state, as the list draws it. */
  states(study: string): Locator {
    return this.row(study).getByRole("img", { name: /^[\d,]+ \w+/ });
  }

  async studyNames(): Promise<string[]> {
    return this.studies.getByRole("link").allTextContents();
  }

  async openStudy(name: string): Promise<void> {
    await this.study(name).click();
    await expect(this.title).toHaveText(shownName(name));
  }

  /** A figure with its controls, by its title. */
  figure(title: string): Locator {
    const enlarge = this.page.getByRole("button", { name: `${title} in full screen` });
    return this.page.getByRole("region", { name: title }).filter({ has: enlarge });
  }

  /** The drawing of a figure, which says what it shows. */
  drawing(title: string): Locator {
    return this.figure(title).getByRole("img", { name: new RegExp(`^${title}`) });
  }

  column(name: string): Locator {
    return this.trials.getByRole("columnheader", { name, exact: true });
  }

  /** What sorts by a column. */
  sortButton(name: string): Locator {
    return this.column(name).getByRole("button", { name, exact: true });
  }

  trialRow(number: number): Locator {
    const header = this.page.getByRole("rowheader").filter({
      has: this.page.getByRole("link", { name: String(number), exact: true, includeHidden: true }),
    });
    return this.trials.getByRole("row").filter({ has: header });
  }

  /** Numbers of the trials that the table shows, from top to bottom. */
  async trialNumbers(): Promise<number[]> {
    const texts = await this.trials.getByRole("rowheader").allInnerTexts();
    return texts.map((text) => Number(text.replace(/\D/g, "") || Number.NaN));
  }

  /** Chooses something in the settings, and closes them. */
  async chooseSetting(group: string, choice: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name: "Settings" }).click();
    const settings = this.page.getByRole("dialog", { name: "Settings" });
    const choices = settings.getByRole("radiogroup", { name: group });
    await choices.getByRole("radio", { name: choice }).check();
    await settings.getByRole("button", { name: "Close" }).click();
    await expect(settings).toBeHidden();
  }

  async closeFile(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Close ${name}` }).click();
  }

  /** By how many pixels the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth = 0 } = document.scrollingElement ?? {};
      return Math.max(0, scrollWidth - window.innerWidth);
    });
  }

  /** Waits until nothing on the page is a placeholder any more. */
  async settled(): Promise<void> {
    await expect(this.title).toBeVisible();
    // Drawings in space take long without a graphics card.
    const timeout = 45_000;
    await expect(this.page.locator(".MuiSkeleton-root")).toHaveCount(0, { timeout });
    await expect(this.page.locator("[aria-busy=true]")).toHaveCount(0, { timeout });
  }
}

/** A study's name as HTML shows it: white space runs together. */
export function shownName(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}
