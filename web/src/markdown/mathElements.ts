import { createElement, type ReactNode } from "react";
import { inVariant } from "./mathLetters";

const TAGS: ReadonlySet<string> = new Set(
  (
    "math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover " +
    "munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose merror"
  ).split(" "),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "display displaystyle scriptlevel accent accentunder fence separator stretchy symmetric largeop " +
    "movablelimits form lspace rspace minsize maxsize linethickness width height depth voffset " +
    "mathcolor mathbackground mathsize notation"
  ).split(" "),
);
/** Nobody's formula is deeper, and a text made to harm may be. */
const DEEPEST = 200;
/** So far a part may reach out of the formula, in units of its letters. */
const FARTHEST = 10;

/** MathML in markup as elements: only those that are listed, and of them only what is listed. */
export function mathElements(markup: string): ReactNode {
  const math = new DOMParser().parseFromString(markup, "text/html").querySelector("math");
  if (!math) throw new Error("There is nothing to draw in this formula.");
  return elementOf(math, 0, 0);
}

function elementOf(part: Element, key: number, depth: number, column?: string): ReactNode {
  if (depth > DEEPEST) throw new Error("This formula is too deep to be drawn.");
  const tag = part.localName;
  if (!TAGS.has(tag)) return null;
  const variant = part.getAttribute("mathvariant");
  const alignments = part.localName === "mtr" ? alignmentsOf(part) : undefined;
  const children = [...part.childNodes].map((child, index) => {
    if (child instanceof Element) {
      return elementOf(child, index, depth + 1, alignments?.[index]);
    }
    return inVariant(child.textContent ?? "", variant);
  });
  return createElement(tag, { key, ...attributesOf(part), columnalign: column }, ...children);
}

function attributesOf(part: Element): Record<string, string> {
  const kept = [...part.attributes].filter(
    ({ name, value }) => ATTRIBUTES.has(name) && !reachesFar(value),
  );
  const attributes = Object.fromEntries(kept.map(({ name, value }) => [name, value]));
  // The only variant that browsers know; of the others, the letters are.
  if (part.getAttribute("mathvariant") === "normal") attributes.mathvariant = "normal";
  return attributes;
}

function reachesFar(value: string): boolean {
  return /^[-+]?[\d.]+(?:em|ex|mu)$/.test(value) && Math.abs(Number.parseFloat(value)) > FARTHEST;
}

/** Our styles take the alignment of columns from each cell. */
function alignmentsOf(row: Element): string[] | undefined {
  return row.parentElement?.getAttribute("columnalign")?.split(" ");
}
