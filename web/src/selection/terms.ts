import { isLiteral, plainName, type Token, tokens } from "./tokens";

/** What a brush asks of one column, in the literals of the filter. */
export type Part =
  | { readonly low?: string | undefined; readonly high?: string | undefined }
  | { readonly values: readonly string[] };

/** `0.1 <= value <= 0.3`, `params.opt in ["adam", "sgd"]`, or several of such for one column. */
export function writeTerm(name: string, parts: readonly Part[]): string {
  const texts = parts.map((part) => writePart(name, part));
  return texts.length > 1 ? `(${texts.join(" or ")})` : texts.join("");
}

function writePart(name: string, part: Part): string {
  if ("values" in part) {
    const [first = "none", ...others] = part.values;
    return others.length > 0 ? `${name} in [${part.values.join(", ")}]` : `${name} == ${first}`;
  }
  const { low, high } = part;
  if (low === undefined) return high === undefined ? `${name} != none` : `${name} <= ${high}`;
  if (high === undefined) return `${name} >= ${low}`;
  return low === high ? `${name} == ${low}` : `${low} <= ${name} <= ${high}`;
}

/** A column by its name in a filter, and by other names that mean the same there. */
export interface ColumnName {
  readonly name: string;
  readonly also?: readonly string[] | undefined;
}

export interface TermEdit extends ColumnName {
  /** Null takes the conditions on this column away. */
  readonly term: string | null;
}

/** The filter with other conditions on some columns, in the place of those it had. */
export function editTerms(filter: string, edits: readonly TermEdit[]): string {
  const plain = plainNames(edits);
  const pending = new Map(edits.map(({ name, term }) => [plain(name), term]));
  const kept = splitTerms(filter).flatMap((term) => {
    const column = columnOf(term, plain);
    if (column === null || !edits.some(({ name }) => plain(name) === column)) return [term];
    const instead = pending.get(column) ?? null;
    pending.delete(column);
    return instead === null ? [] : [instead];
  });
  const added = [...pending.values()].filter((term) => term !== null);
  return [...kept, ...added].join(" and ");
}

/** The conditions that all must hold. One of alternatives stays whole, in parentheses. */
export function splitTerms(filter: string): string[] {
  const text = filter.trim();
  if (!text) return [];
  const joints = topJoints(tokens(text));
  if (joints.some((joint) => joint.text.toLowerCase() === "or")) return [`(${text})`];
  const ands = joints.filter((joint) => joint.text.toLowerCase() === "and");
  const starts = [0, ...ands.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, ands[index]?.start).trim()).filter(Boolean);
}

function topJoints(all: readonly Token[]): Token[] {
  let depth = 0;
  return all.filter(({ kind }) => {
    if (kind === "open") depth++;
    if (kind === "close") depth--;
    return kind === "joint" && depth === 0;
  });
}

/** What makes one name of all that any of these columns has. */
function plainNames(columns: readonly ColumnName[]): (name: string) => string {
  const plain = new Map(
    columns.flatMap(({ name, also = [] }) =>
      also.map((other): [string, string] => [plainName(other), plainName(name)]),
    ),
  );
  return (name) => plain.get(plainName(name)) ?? plainName(name);
}

/** The only column that a condition is about; null if there are several. */
function columnOf(term: string, plain: (name: string) => string): string | null {
  const names = tokens(term).filter((token) => token.kind === "name" && !isLiteral(token));
  const columns = new Set(names.map(({ text }) => plain(text)));
  const [column] = columns;
  return columns.size === 1 && column !== undefined ? column : null;
}

/** The conditions of a filter that are about one column alone. */
export function termsOn(filter: string, column: ColumnName): string[] {
  const plain = plainNames([column]);
  return splitTerms(filter).filter((term) => columnOf(term, plain) === plain(column.name));
}

/** What the filter asks of one column, as far as it could be a brush. */
export function readParts(filter: string, column: ColumnName): Part[] {
  return termsOn(filter, column).flatMap((term) => readTerm(tokens(term)));
}

function readTerm(all: readonly Token[]): Part[] {
  const [first] = all;
  const last = all.at(-1);
  if (first?.text === "(" && last?.text === ")") return readTerm(all.slice(1, -1));
  const ors = all.flatMap(({ text }, index) => (text.toLowerCase() === "or" ? [index] : []));
  const starts = [0, ...ors.map((index) => index + 1)];
  return starts.flatMap((start, index) => readPart(all.slice(start, ors[index])) ?? []);
}

function readPart(part: readonly Token[]): Part | null {
  const pattern = part.map(patternOf).join(" ");
  const literals = part.filter(isLiteral).map(({ text }) => text);
  const [one, two] = literals;
  switch (pattern) {
    case "x < name < x":
      return { low: one, high: two };
    case "x > name > x":
      return { low: two, high: one };
    case "name < x":
    case "x > name":
      return { high: one };
    case "name > x":
    case "x < name":
      return { low: one };
    case "name == x":
      return { values: literals };
    default:
      return /^name in \[ x(?: , x)* \]$/.test(pattern) ? { values: literals } : null;
  }
}

/** Tokens by what matters in a range: whether its ends belong to it does not. */
function patternOf(token: Token): string {
  if (isLiteral(token)) return "x";
  if (token.kind === "name") return "name";
  if (token.kind !== "operator") return token.text.toLowerCase();
  return token.text === "==" ? "==" : token.text.toLowerCase().replace("=", "");
}
