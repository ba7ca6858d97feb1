import type { Token } from "marked";
import { type ReactNode, useMemo } from "react";
import { Article } from "./markdownStyles";
import { markdown } from "./math";
import { Tokens } from "./Tokens";

/**
 * Text in GitHub's Markdown, with formulas. Only elements that are listed in `Tokens` come of it: it is never
 * written as HTML, tags in it are shown as the text that they are, and nothing is fetched.
 */
export default function Markdown({ text }: { readonly text: string }): ReactNode {
  const tokens = useMemo(() => withoutGaps(parse(text)), [text]);
  return (
    <Article>
      <Tokens tokens={tokens} depth={0} />
    </Article>
  );
}

/** The same with headings numbered from 1 without a gap, whichever of the six a person uses. */
function withoutGaps(tokens: readonly Token[]): Token[] {
  const depths = tokens.flatMap((token) => (token.type === "heading" ? [token.depth] : []));
  const used = [...new Set<number>(depths)].sort((a, b) => a - b);
  return tokens.map((token) =>
    token.type === "heading" ? { ...token, depth: used.indexOf(token.depth) + 1 } : token,
  );
}

function parse(text: string): Token[] {
  try {
    return markdown.lexer(text);
  } catch {
    // Quotes in quotes, thousands deep, are too much for the parser.
    return [{ type: "text", raw: text, text }];
  }
}
