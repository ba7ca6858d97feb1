// @vitest-environment jsdom
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import Markdown from "./Markdown";

afterEach(cleanup);

async function drawn(text: string): Promise<Element> {
  const { container } = render(<Markdown text={text} />);
  await waitFor(() => expect(container.querySelector("math, code[title]")).not.toBeNull());
  return container;
}

test("a formula becomes MathML", async () => {
  const note = await drawn("see $x^2$ here");
  expect(note.querySelector("p")?.innerHTML).toBe(
    "see <span><math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></semantics></math></span> here",
  );
  expect(note.querySelector("math")?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
});

test("one on a line of its own is larger, and can be reached when it is wider than the page", async () => {
  const note = await drawn("$$\\sum_i x_i$$");
  const formula = note.querySelector("[role=group]");
  expect(formula?.getAttribute("tabindex")).toBe("0");
  expect(formula?.querySelector("math")?.getAttribute("display")).toBe("block");
});

test("letters are of the kind that is asked for", async () => {
  const tex = String.raw`$\mathbb{R}\mathbb{x}\mathcal{L}\mathcal{A}\mathbf{x}\boldsymbol{\theta}\mathrm{d}$`;
  const letters = [...(await drawn(tex)).querySelectorAll("mi")];
  expect(letters.map(({ textContent }) => textContent)).toEqual([
    "ℝ",
    "𝕩",
    "ℒ",
    "𝒜",
    "𝐱",
    "𝜽",
    "d",
  ]);
  expect(letters.at(-1)?.getAttribute("mathvariant")).toBe("normal");
});

test("columns stand as they are meant to", async () => {
  const note = await drawn(String.raw`$$\begin{aligned} a &= b \\ c &= d \end{aligned}$$`);
  const cells = [...note.querySelectorAll("mtd")];
  expect(cells.map((cell) => cell.getAttribute("columnalign"))).toEqual([
    "right",
    "left",
    "right",
    "left",
  ]);
});

test.each([
  ["half a formula", String.raw`\frac{a`, /Unexpected end of input/],
  ["an unknown command", String.raw`\nothing`, /Undefined control sequence/],
  ["an endless macro", String.raw`\def\a{\a\a}\a`, /cannot define/],
  ["a name for much", String.raw`\newcommand{\a}{xxxx}\a\a`, /cannot define/],
  ["a deep formula", `${String.raw`\sqrt{`.repeat(300)}a${"}".repeat(300)}`, /too deep/],
  ["a long formula", "a".repeat(10_001), /too long/],
])("%s stays text, and says why", async (_, tex, why) => {
  const note = await drawn(`before $${tex}$ behind`);
  const source = note.querySelector("code");
  expect(source?.textContent).toBe(tex);
  expect(source?.title).toMatch(why);
  expect(note.textContent).toBe(`before ${tex} behind`);
});

test.each([
  String.raw`$\href{javascript:alert(1)}{a}$`,
  String.raw`$\url{https://example.org}$`,
  String.raw`$\includegraphics{https://example.org/a.png}$`,
  String.raw`$\htmlStyle{position:fixed}{a}\htmlClass{b}{a}\htmlId{c}{a}\htmlData{d=e}{a}$`,
  String.raw`$\text{<img src=x onerror=alert(1)>}$`,
  String.raw`$\color{red}\rule{100em}{100em}\raisebox{-100em}{a}\hspace{-100em}$`,
])("nothing runs in %s, leads elsewhere or covers the page", async (text) => {
  const note = await drawn(text);
  expect(note.querySelectorAll("a, img, script, [href], [src], [class='b'], [id]")).toHaveLength(0);
  const attributes = [...note.querySelectorAll("math, math *")].flatMap((part) => [
    ...part.attributes,
  ]);
  expect(attributes.filter(({ name }) => /^on|^style$|^data-/.test(name))).toEqual([]);
  expect(attributes.filter(({ value }) => /100em/.test(value))).toEqual([]);
});
