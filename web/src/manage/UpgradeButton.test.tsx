// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, expect, test } from "vitest";
import type { SchemaUpgrade } from "../api/types";
import { type Answers, renderWithHost } from "../test/renderWithHost";
import { UpgradeButton } from "./UpgradeButton";

const UPGRADE = { backup: "old.before-upgrade-2026-01-31.db", oldest_optuna: "3.2" };

const show = (upgrade: SchemaUpgrade | null, answers?: Answers) =>
  renderWithHost(<UpgradeButton source={{ index: 2, label: "old.db", upgrade }} />, answers);

async function agree() {
  fireEvent.click(screen.getByRole("button", { name: "Upgrade old.db" }));
  const dialog = await screen.findByRole("dialog", { name: "Upgrade old.db?" });
  fireEvent.click(screen.getByRole("button", { name: "Upgrade" }));
  return dialog;
}

afterEach(cleanup);

test("an upgrade is confirmed, and then says where the old file is", async () => {
  const { asked } = show(UPGRADE, () => [201, { backup: "/data/kept-2.db" }]);
  const dialog = await agree();
  expect(dialog.textContent).toContain(UPGRADE.backup);
  expect(dialog.textContent).toContain("an Optuna older than 3.2 cannot use the file any more");
  const done = await screen.findByRole("dialog", { name: "old.db is upgraded" });
  expect(done.textContent).toContain("kept as /data/kept-2.db.");
  expect(asked).toEqual([{ method: "POST", path: "/api/sources/2/upgrade", body: undefined }]);
});

test("or not: why is said in the dialog", async () => {
  show(UPGRADE, () => [503, { reason: "old.db is left as it was." }]);
  await agree();
  expect((await screen.findByRole("alert")).textContent).toBe("old.db is left as it was.");
  expect(screen.getByRole("dialog", { name: "Upgrade old.db?" })).toBeDefined();
});

function Page(): ReactNode {
  const [upgrade, setUpgrade] = useState<SchemaUpgrade | null>(UPGRADE);
  return (
    <section>
      <UpgradeButton source={{ index: 2, label: "old.db", upgrade }} />
      <button type="button" onClick={() => setUpgrade(null)}>
        New study
      </button>
    </section>
  );
}

test("the focus goes on when the button is gone", async () => {
  renderWithHost(<Page />, () => [201, { backup: "/data/kept-2.db" }]);
  await agree();
  await screen.findByRole("dialog", { name: "old.db is upgraded" });
  // As when the sources are asked for again.
  fireEvent.click(screen.getByText("New study"));
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  const next = await screen.findByRole("button", { name: "New study" });
  await expect.poll(() => document.activeElement).toBe(next);
});

test("what needs no upgrade, or cannot be upgraded here, has no button", () => {
  show(null);
  expect(screen.queryByRole("button")).toBeNull();
});
