import type { MarkedToken, Token } from "marked";
import type { ReactNode } from "react";
import { withoutEntities } from "./entities";
import { Formula } from "./Formula";
import { List } from "./List";
import type { MathToken } from "./math";
import { OutsideLink } from "./OutsideLink";
import { Picture } from "./Picture";
import { Table } from "./Table";

/** Nobody reads deeper, and a text made to harm may be thousands deep. */
const DEEPEST = 32;

const HEADINGS = ["h3", "h4", "h5"] as const;

type Known = MarkedToken | MathToken;

interface Props {
  readonly tokens: readonly Token[];
  readonly depth: number;
}

/** Parts of a text, one after the other. */
export function Tokens({ tokens, depth }: Props): ReactNode {
  if (depth > DEEPEST) return tokens.map(({ raw }) => raw).join("");
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is known by its place
    <One key={index} token={token as Known} depth={depth + 1} />
  ));
}

function One({ token, depth }: { readonly token: Known; readonly depth: number }): ReactNode {
  const inside = (tokens: readonly Token[]) => <Tokens tokens={tokens} depth={depth} />;
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading": {
      // The page has its own title, and the note one within it.
      const Heading = HEADINGS[token.depth - 1] ?? "h6";
      return <Heading>{inside(token.tokens)}</Heading>;
    }
    case "paragraph":
      return <p>{inside(token.tokens)}</p>;
    case "blockquote":
      return <blockquote>{inside(token.tokens)}</blockquote>;
    case "list":
      return <List list={token} depth={depth} />;
    case "table":
      return <Table table={token} depth={depth} />;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case "hr":
      return <hr />;
    case "br":
      return <br />;
    case "strong":
      return <strong>{inside(token.tokens)}</strong>;
    case "em":
      return <em>{inside(token.tokens)}</em>;
    case "del":
      return <del>{inside(token.tokens)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "math":
      return <Formula text={token.text} isBlock={token.isBlock} />;
    case "link":
      return <OutsideLink href={token.href}>{inside(token.tokens)}</OutsideLink>;
    case "image":
      return <Picture href={token.href} text={withoutEntities(token.text)} />;
    case "checkbox":
      return (
        <input
          type="checkbox"
          disabled
          checked={token.checked}
          aria-label={token.checked ? "done" : "to do"}
        />
      );
    case "escape":
      return token.text;
    case "text":
      return token.tokens ? inside(token.tokens) : withoutEntities(token.text);
    case "html":
      return <Tag text={token.text} isBlock={"block" in token && token.block} />;
    default:
      return token.raw;
  }
}

/** HTML in the text: a line break is one, a comment is not shown, any other is plain text. */
function Tag({ text, isBlock }: { readonly text: string; readonly isBlock: boolean }): ReactNode {
  if (/^<br\s*\/?>\s*$/i.test(text)) return <br />;
  if (/^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(text)) return null;
  return isBlock ? <p style={{ whiteSpace: "pre-wrap" }}>{text.trimEnd()}</p> : text;
}
