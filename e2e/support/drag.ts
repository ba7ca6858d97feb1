import type { Locator } from "@playwright/test";

/** From one place in an element to another, in parts of its size. */
export async function drag(
  target: Locator,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("There is nothing to drag over");
  const { mouse } = target.page();
  const move = ([x, y]: readonly [number, number]) =>
    mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 });
  await move(from);
  await mouse.down();
  await move([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  await move(to);
  await mouse.up();
}
