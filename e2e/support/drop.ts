import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { JSHandle, Locator, Page } from "@playwright/test";

/** Drags files from the desktop over an element and lets them go there. */
export async function dropFiles(target: Locator, paths: readonly string[]): Promise<void> {
  const dataTransfer = await transferOf(target.page(), paths);
  for (const event of ["dragenter", "dragover", "drop"]) {
    await target.dispatchEvent(event, { dataTransfer });
  }
}

/** Drags files over an element without letting them go. */
export async function dragFiles(target: Locator, paths: readonly string[]): Promise<void> {
  const dataTransfer = await transferOf(target.page(), paths);
  await target.dispatchEvent("dragenter", { dataTransfer });
  await target.dispatchEvent("dragover", { dataTransfer });
}

function transferOf(page: Page, paths: readonly string[]): Promise<JSHandle<DataTransfer>> {
  const files = paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString("base64"),
  }));
  return page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
}
