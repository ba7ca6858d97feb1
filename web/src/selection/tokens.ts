export type TokenKind =
  | "name"
  | "number"
  | "text"
  | "state"
  | "operator"
  | "joint"
  | "open"
  | "close"
  | "comma";

/** A piece of a filter, as far as completion and brushes look into it: Python reads it in full. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TEXT = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d*)?/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** What follows a word that is a name: `.lr`, `["a name"]`, `[0]`; the end may still be missing. */
const MEMBER = /(?:\.[\p{L}\p{N}_]*|\[\s*(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\d*)\s*\]?)+/uy;
const OPERATOR = /[<>=!]=?/y;

const MARKS: Readonly<Record<string, TokenKind>> = {
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
  ",": "comma",
  "-": "number",
  "+": "number",
};
const JOINTS: ReadonlySet<string> = new Set(["and", "or", "not"]);

/** The pieces of a filter, finished or not; what can be none of them is left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token) found.push(isState(token, found.at(-1)) ? { ...token, kind: "state" } : token);
    at = token?.end ?? at + 1;
  }
  return found;
}

const STATES: ReadonlySet<string> = new Set([
  "running",
  "complete",
  "pruned",
  "fail",
  "waiting",
  "unknown",
]);

/** `complete` is a column as well, unless something is equal to it. */
function isState({ kind, text }: Token, before: Token | undefined): boolean {
  const isCompared = ["==", "!=", "[", ","].includes(before?.text ?? "");
  return kind === "name" && isCompared && STATES.has(text.toLowerCase());
}

function tokenAt(text: string, at: number): Token | null {
  const make = (kind: TokenKind, end: number): Token => ({
    kind,
    text: text.slice(at, end),
    start: at,
    end,
  });
  const word = match(WORD, text, at);
  if (word) {
    const lower = word.toLowerCase();
    if (JOINTS.has(lower)) return make("joint", at + word.length);
    if (lower === "in") return make("operator", at + word.length);
    return make("name", at + word.length + match(MEMBER, text, at + word.length).length);
  }
  const literal = match(TEXT, text, at);
  if (literal) return make("text", at + literal.length);
  const number = match(NUMBER, text, at);
  if (number) return make("number", at + number.length);
  const operator = match(OPERATOR, text, at);
  if (operator) return make("operator", at + operator.length);
  const sign = MARKS[text[at] ?? ""];
  if (sign !== "number") return sign ? make(sign, at + 1) : null;
  const size = match(NUMBER, text, at + 1).length;
  return make("number", at + 1 + size);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

const LITERAL_WORDS: ReadonlySet<string> = new Set(["true", "false", "none", "inf"]);

/** Whether a token stands for a value by itself. */
export function isLiteral({ kind, text }: Token): boolean {
  return (
    kind === "number" ||
    kind === "text" ||
    kind === "state" ||
    LITERAL_WORDS.has(text.toLowerCase())
  );
}

/** One form of a name for all ways to write it: `params["lr"]` is `params.lr`. */
export function plainName(name: string): string {
  const [, word = name, member = ""] = /^([\p{L}_][\p{L}\p{N}_]*)(.*)$/su.exec(name) ?? [];
  if (!member) return word === "value" ? "values.0" : word;
  if (member.startsWith(".")) return word + member;
  return `${word}.${unquoted(member.replace(/^\[\s*|\s*\]$/g, ""))}`;
}

/** The text that a literal stands for, finished or not. */
export function unquoted(literal: string): string {
  const [quote = ""] = literal;
  if (quote !== '"' && quote !== "'") return literal;
  const inner = literal.slice(1).replace(new RegExp(`${quote}$`), "");
  return inner.replace(/\\u([0-9a-fA-F]{4})|\\(.)/gsu, (_, code?: string, char = "") =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
