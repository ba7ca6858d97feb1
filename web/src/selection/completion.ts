import { isLiteral, plainName, type Token, tokens, unquoted } from "./tokens";

/** A name that a filter may use, as the core lists them. */
export interface FilterName {
  /** As it is written in a filter. */
  readonly name: string;
  /** What it is, in words. */
  readonly label: string;
  readonly kind: "number" | "text" | "bool" | "time" | "state" | "mixed";
  /** The values it can have, as a filter writes them. */
  readonly choices?: readonly string[];
  /** Other names that mean the same. */
  readonly also?: readonly string[];
}

export interface Suggestion {
  /** What takes the place of the piece at the caret. */
  readonly text: string;
  /** What that means, where the text does not say it. */
  readonly hint: string;
}

/** What could stand at the caret. */
export interface Completion {
  /** The piece that a suggestion takes the place of. */
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly Suggestion[];
}

const MOST = 50;
const ORDERED = ["<", "<=", ">", ">=", "==", "!=", "in"];
const UNORDERED = ["==", "!=", "in", "not in"];
const OPERATORS: Readonly<Record<FilterName["kind"], readonly string[]>> = {
  number: ORDERED,
  time: ORDERED,
  mixed: ORDERED,
  text: UNORDERED,
  state: UNORDERED,
  bool: ["and", "or", "=="],
};
const JOINTS = ["and", "or"];

/** Suggests what could stand at the caret of a filter, given the names of the study. */
export function complete(text: string, caret: number, names: readonly FilterName[]): Completion {
  const all = tokens(text);
  const current = all.find(
    ({ kind, start, end }) => start < caret && caret <= end && !PUNCTUATION.has(kind),
  );
  const start = current?.start ?? caret;
  const before = all.filter(({ end }) => end <= start);
  const typed = text.slice(start, caret);
  return {
    start,
    end: current?.end ?? caret,
    suggestions: matching(expected(before, names), typed).slice(0, MOST),
  };
}

/** The text with a suggestion in it, and where the caret goes: past it, ready for what follows. */
export function accept(
  text: string,
  { start, end }: Pick<Completion, "start" | "end">,
  suggestion: string,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(end).trimStart();
  const head = `${text.slice(0, start)}${suggestion} `;
  return { text: head + after, caret: head.length };
}

const PUNCTUATION: ReadonlySet<Token["kind"]> = new Set(["open", "close", "comma"]);

function expected(before: readonly Token[], names: readonly FilterName[]): Suggestion[] {
  const last = before.at(-1);
  const compared = comparedName(before, names);
  if (compared) return valuesOf(compared);
  if (last?.text.toLowerCase() === "not" && before.at(-2)?.kind === "name") return words(["in"]);
  if (!last || last.kind === "joint" || last.kind === "open" || last.kind === "operator") {
    return [...names.map(({ name, label }) => ({ text: name, hint: label })), ...words(["not"])];
  }
  const isOperand = last.kind === "name" && before.at(-2)?.kind !== "operator";
  if (!isOperand || isLiteral(last)) return words(JOINTS);
  return words(OPERATORS[nameOf(last, names)?.kind ?? "mixed"]);
}

/** The name whose value is awaited: the one before a comparison, or before the list after `in`. */
function comparedName(
  before: readonly Token[],
  names: readonly FilterName[],
): FilterName | undefined {
  let at = before.length - 1;
  if (isInList(before)) {
    const last = before[at]?.kind;
    if (last !== "comma" && last !== "open") return undefined;
    at = before.findLastIndex(({ text }) => text === "[") - 1;
  }
  if (before[at]?.kind !== "operator") return undefined;
  // `not in` is two words.
  const name = before[at - 1]?.kind === "joint" ? before[at - 2] : before[at - 1];
  return name?.kind === "name" ? nameOf(name, names) : undefined;
}

function isInList(before: readonly Token[]): boolean {
  const open = before.findLastIndex(({ text }) => text === "[");
  return open >= 0 && before.findLastIndex(({ text }) => text === "]") < open;
}

function nameOf(token: Token, names: readonly FilterName[]): FilterName | undefined {
  const plain = plainName(token.text);
  return names.find(({ name, also = [] }) =>
    [name, ...also].some((one) => plainName(one) === plain),
  );
}

function valuesOf({ kind, choices }: FilterName): Suggestion[] {
  if (choices) return words(choices);
  return words(kind === "bool" ? ["true", "false"] : ["none"]);
}

function words(texts: readonly string[]): Suggestion[] {
  return texts.map((text) => ({ text, hint: HINTS[text] ?? "" }));
}

const HINTS: Readonly<Record<string, string>> = {
  "<": "less than",
  "<=": "at most",
  ">": "more than",
  ">=": "at least",
  "==": "equal to",
  "!=": "other than",
  in: "one of [a, b]",
  "not in": "none of [a, b]",
  and: "both hold",
  or: "one of them holds",
  not: "does not hold",
  none: "no value",
};

/** Those that begin with what was typed, then those that have it inside. */
function matching(suggestions: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = unquoted(typed).toLowerCase();
  if (!wanted) return [...suggestions];
  const ranked = suggestions.map((suggestion) => ({ suggestion, rank: rank(suggestion, wanted) }));
  const found = ranked.filter((one) => one.rank < Number.POSITIVE_INFINITY);
  found.sort((a, b) => a.rank - b.rank);
  // What is there already needs no list to choose it from.
  const texts = found.map(({ suggestion }) => suggestion);
  return texts.length === 1 && texts[0]?.text === typed ? [] : texts;
}

function rank({ text, hint }: Suggestion, wanted: string): number {
  const forms = [text, unquoted(text), plainName(text), memberOf(text)].map((form) =>
    form.toLowerCase(),
  );
  if (forms.some((form) => form.startsWith(wanted))) return 0;
  if (forms.some((form) => form.includes(wanted))) return 1;
  return hint.toLowerCase().includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

/** `lr` of `params.lr`: the kind of name need not be typed. */
function memberOf(name: string): string {
  const plain = plainName(name);
  return plain.slice(plain.indexOf(".") + 1);
}
