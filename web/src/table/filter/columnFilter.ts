import { type ColumnName, editTerms, termsOn } from "../../selection/terms";
import { isLiteral, type Token, tokens, unquoted } from "../../selection/tokens";

/** One end of a range. */
export interface Bound {
  /** As a filter writes it. */
  readonly literal: string;
  /** Without the end itself. */
  readonly strict: boolean;
}

/** What a filter asks of one column, as far as the menu of the column can show it. */
export type ColumnFilter =
  | { readonly kind: "range"; readonly low?: Bound; readonly high?: Bound }
  /** One of these literals. */
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "contains"; readonly text: string }
  /** What only the filter itself can tell. */
  | { readonly kind: "other"; readonly text: string };

/** What a filter asks of a column; null if nothing. */
export function readColumnFilter(filter: string, column: ColumnName): ColumnFilter | null {
  const terms = termsOn(filter, column);
  const [first, ...others] = terms.map(readTerm);
  if (!first) return null;
  const all = others.reduce<ColumnFilter | null>(
    (one, other) => one && intersected(one, other),
    first,
  );
  return all ?? { kind: "other", text: terms.join(" and ") };
}

/** The filter with another condition on the column, or with none. */
export function writeColumnFilter(
  filter: string,
  { name, also }: ColumnName,
  wanted: Exclude<ColumnFilter, { kind: "other" }> | null,
): string {
  return editTerms(filter, [{ name, also, term: wanted && writeTerm(name, wanted) }]);
}

function writeTerm(name: string, wanted: Exclude<ColumnFilter, { kind: "other" }>): string | null {
  switch (wanted.kind) {
    case "range":
      return writeRange(name, wanted);
    case "choices":
      return writeChoices(name, wanted.values);
    case "contains":
      return wanted.text === "" ? null : `${JSON.stringify(wanted.text)} in ${name}`;
  }
}

function writeRange(name: string, { low, high }: { low?: Bound; high?: Bound }): string | null {
  if (low && high) {
    if (low.literal === high.literal) return `${name} == ${low.literal}`;
    return `${low.literal} ${less(low)} ${name} ${less(high)} ${high.literal}`;
  }
  if (low) return `${name} ${low.strict ? ">" : ">="} ${low.literal}`;
  return high ? `${name} ${less(high)} ${high.literal}` : null;
}

function writeChoices(name: string, values: readonly string[]): string | null {
  const [first, ...others] = values;
  if (first === undefined) return null;
  return others.length > 0 ? `${name} in [${values.join(", ")}]` : `${name} == ${first}`;
}

function less({ strict }: Bound): string {
  return strict ? "<" : "<=";
}

/** The condition that both hold, if the menu could show it. */
function intersected(one: ColumnFilter, other: ColumnFilter): ColumnFilter | null {
  if (one.kind !== "range" || other.kind !== "range") return null;
  const isTwice = (one.low && other.low) || (one.high && other.high);
  return isTwice ? null : { ...one, ...other };
}

function readTerm(term: string): ColumnFilter {
  const all = withoutParentheses(tokens(term));
  const pattern = all.map(patternOf).join(" ");
  const [first, second] = all.filter(isLiteral).map(({ text }) => text);
  const found = readPattern(pattern, all, first, second);
  return found ?? { kind: "other", text: term };
}

function readPattern(
  pattern: string,
  all: readonly Token[],
  first = "",
  second = "",
): ColumnFilter | null {
  const low = (literal: string, sign: string) => ({ low: bound(literal, sign) });
  const high = (literal: string, sign: string) => ({ high: bound(literal, sign) });
  const signs = all.filter(({ kind }) => kind === "operator").map(({ text }) => text);
  const [one = "", two = ""] = signs;
  switch (pattern.replaceAll("=", "")) {
    case "x < name < x":
      return { kind: "range", ...low(first, one), ...high(second, two) };
    case "x > name > x":
      return { kind: "range", ...low(second, two), ...high(first, one) };
    case "name < x":
    case "x > name":
      return { kind: "range", ...high(first, one) };
    case "name > x":
    case "x < name":
      return { kind: "range", ...low(first, one) };
    case "name":
      return { kind: "choices", values: ["true"] };
    case "not name":
      return { kind: "choices", values: ["false"] };
    default:
      return readEquality(pattern, all);
  }
}

function readEquality(pattern: string, all: readonly Token[]): ColumnFilter | null {
  const values = all.filter(isLiteral).map(({ text }) => text);
  if (/^name == x$|^name in \[ x(?: , x)* \]$/.test(pattern)) return { kind: "choices", values };
  const [text = ""] = values;
  return pattern === "x in name" && text.startsWith('"')
    ? { kind: "contains", text: unquoted(text) }
    : null;
}

function bound(literal: string, sign: string): Bound {
  return { literal, strict: !sign.endsWith("=") };
}

function patternOf(token: Token): string {
  if (isLiteral(token)) return "x";
  return token.kind === "name" ? "name" : token.text.toLowerCase();
}

function withoutParentheses(all: readonly Token[]): readonly Token[] {
  const isEnclosed = all[0]?.text === "(" && all.findIndex(closes) === all.length - 1;
  return isEnclosed ? withoutParentheses(all.slice(1, -1)) : all;
}

function closes({ text }: Token): boolean {
  return text === ")";
}
