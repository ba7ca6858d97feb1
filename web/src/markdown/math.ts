import { Marked, type TokenizerExtension } from "marked";

/** A formula in LaTeX. */
export interface MathToken {
  readonly type: "math";
  readonly raw: string;
  readonly text: string;
  /** Whether it stands on a line of its own. */
  readonly isBlock: boolean;
}

/** Escapes are part of the formula; there is one way to read it, so that no text takes long. */
const BLOCK = /^ {0,3}\$\$((?:\\[\s\S]|[^\\$\n]|\n(?![ \t]*(?:\n|$)))+)\$\$[ \t]*(?:\n+|$)/;
const DISPLAYED = /^\$\$((?:\\[\s\S]|[^\\$])+)\$\$/;
const INLINE = /^\$(?![\s$])((?:\\[\s\S]|[^\\$])+)\$(?![\dA-Za-z$])/;

/** `$$` at the start of a line, up to the next `$$`, without an empty line in between. */
const blocks: TokenizerExtension = {
  name: "mathBlock",
  level: "block",
  start: (text) => /\n {0,3}\$\$/.exec(text)?.index,
  tokenizer: (text) => token(BLOCK.exec(text), true),
};

/**
 * `$` before what is no space, up to the next `$` behind what is none. Prices are no formulas:
 * neither "$5 and $6" nor "US$5-$6" becomes one.
 */
const inlines: TokenizerExtension = {
  name: "mathInline",
  level: "inline",
  start: (text) => {
    const at = text.indexOf("$");
    return at < 0 ? undefined : at;
  },
  tokenizer: (text, before) => {
    const displayed = DISPLAYED.exec(text);
    if (displayed) return token(displayed, true);
    if (/[\dA-Za-z$]$/.test(before.at(-1)?.raw ?? "")) return undefined;
    const found = INLINE.exec(text);
    return /\s$/.test(found?.[1] ?? "") ? undefined : token(found, false);
  },
};

function token(found: RegExpExecArray | null, isBlock: boolean): MathToken | undefined {
  const [raw = "", text = ""] = found ?? [];
  return text.trim() ? { type: "math", raw, text: text.trim(), isBlock } : undefined;
}

/** GitHub's Markdown, with formulas. */
export const markdown = new Marked({ extensions: [blocks, inlines] });
