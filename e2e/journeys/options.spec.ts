import type { Locator } from "@playwright/test";
import { fixture } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** Studies that between them have every figure. */
const STUDIES = [
  {
    name: "single-minimize",
    file: "sqlite/optuna-5.0.0.db",
    kinds: ["combobox", "number", "range", "select", "switch"],
  },
  {
    name: "mo-2",
    file: "sqlite/optuna-5.0.0.db",
    kinds: ["combobox", "number", "range", "select", "switch"],
  },
  {
    name: "Sunset colours",
    file: "special/preferential.db",
    kinds: ["combobox", "select", "switch"],
  },
];

for (const { name, file, kinds } of STUDIES) {
  test(`every option of every figure of ${name} is in the address and has an answer`, async ({
    page,
    dashboard,
  }) => {
    test.setTimeout(240_000);
    const changed = new Set<Kind>();
    await dashboard.visit();
    await dashboard.choose(fixture(file));
    await dashboard.openStudy(name);
    await page.getByRole("link", { name: "Analysis" }).click();
    const entries = page.getByRole("navigation", { name: "Figures", exact: true });
    await expect(entries.getByRole("link")).not.toHaveCount(0);
    for (const title of await entries.getByRole("link").allTextContents()) {
      await entries.getByRole("link", { name: title, exact: true }).click();
      const card = dashboard.figure(title);
      await dashboard.settled();
      const fold = card.getByRole("button", { expanded: false });
      if ((await fold.count()) === 0) continue;
      await fold.first().click();
      for (const control of await controls(card)) {
        await test.step(`${title}: ${await nameOf(control)}`, async () => {
          const before = page.url();
          if (!(await change(control))) return;
          await expect.poll(() => page.url()).not.toBe(before);
          changed.add(await kindOf(control));
          await dashboard.settled();
          const answer = card.locator(".js-plotly-plot").or(card.getByText("No trial to draw"));
          await expect(answer.first()).toBeVisible();
          expect(await page.getByRole("alert").count()).toBe(0);
        });
      }
    }
    expect([...changed].sort()).toEqual(kinds);
  });
}

type Kind = "select" | "switch" | "combobox" | "number" | "range";

const SELECTORS: Readonly<Record<Kind, string>> = {
  select: "select",
  switch: "[role=switch]",
  combobox: "input[role=combobox]",
  number: "input[type=number]",
  range: "input[type=range]",
};

async function controls(card: Locator): Promise<Locator[]> {
  const kinds = Object.values(SELECTORS);
  return (await Promise.all(kinds.map((kind) => card.locator(kind).all()))).flat();
}

async function kindOf(control: Locator): Promise<Kind> {
  const fits = await control.evaluate(
    (element, all) => all.find(([, selector]) => element.matches(selector))?.[0],
    Object.entries(SELECTORS),
  );
  return (fits ?? "select") as Kind;
}

function nameOf(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    const named = element.getAttribute("aria-labelledby");
    const { labels } = element as HTMLInputElement | HTMLSelectElement;
    const label = named === null ? labels?.[0] : document.getElementById(named);
    return label?.textContent ?? "";
  });
}

/** Whether there was something else to choose. */
async function change(control: Locator): Promise<boolean> {
  switch (await kindOf(control)) {
    case "select":
      return selectAnother(control);
    case "switch":
      await control.click();
      return true;
    case "combobox":
      return chooseOneMoreOrLess(control);
    case "number":
      await control.fill("7");
      await control.press("Enter");
      return true;
    case "range": {
      const [now, least] = [await control.inputValue(), await control.getAttribute("min")];
      await control.press(now === least ? "ArrowRight" : "ArrowLeft");
      return true;
    }
  }
}

async function selectAnother(control: Locator): Promise<boolean> {
  const now = await control.inputValue();
  const values = await control
    .locator("option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const next = values.find((value) => value !== now);
  if (next === undefined) return false;
  await control.selectOption(next);
  return true;
}

/** Takes the last of several choices away; where none is made, makes the first. */
async function chooseOneMoreOrLess(control: Locator): Promise<boolean> {
  await control.focus();
  const chosen = control.locator("xpath=..").locator("[data-item-index]");
  if ((await chosen.count()) > 0) {
    await control.press("Backspace");
    return true;
  }
  await control.press("ArrowDown");
  const choices = control.page().getByRole("listbox").getByRole("option");
  const isAny = (await choices.count()) > 0;
  if (isAny) await control.press("ArrowDown");
  if (isAny) await control.press("Enter");
  await control.press("Escape");
  return isAny;
}
