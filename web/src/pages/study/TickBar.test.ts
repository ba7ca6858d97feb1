import { expect, test } from "vitest";
import { galleryOf, MOST_IN_GALLERY } from "./TickBar";

test("the address of the artifacts of many trials is one that every server takes", () => {
  const numbers = Array.from({ length: MOST_IN_GALLERY }, (_, place) => 100_000 + place);
  const address = galleryOf(1_000_000_007, new Set(numbers));
  expect(address.length).toBeLessThan(3_800);
});
