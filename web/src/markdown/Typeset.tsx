import katex from "katex";
import { type ReactNode, useMemo } from "react";
import { mathElements } from "./mathElements";

interface Props {
  readonly text: string;
  readonly isBlock: boolean;
}

/** Nobody writes a longer formula, and a text made to harm may be endless. */
const LONGEST = 10_000;
/** With a name for much, little text would draw without end. */
const DEFINITION = /\\(?:[gex]?def|(?:re)?newcommand|providecommand|let|futurelet)(?![a-zA-Z])/;

/** A formula in LaTeX as MathML, which browsers draw; one that is wrong is shown as it is. */
export default function Typeset({ text, isBlock }: Props): ReactNode {
  const drawn = useMemo(() => typeset(text, isBlock), [text, isBlock]);
  if (drawn instanceof Error) {
    return (
      <code title={drawn.message} style={{ color: "var(--mui-palette-error-main)" }}>
        {text}
      </code>
    );
  }
  // While React waits it hides what is outermost, which only HTML has a way to be everywhere.
  if (!isBlock) return <span>{drawn}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a text
    <span
      role="group"
      aria-label="Formula"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      style={{ display: "block", overflow: "auto hidden", margin: "0 0 12px", padding: "2px 0" }}
    >
      {drawn}
    </span>
  );
}

function typeset(text: string, displayMode: boolean): ReactNode | Error {
  try {
    if (text.length > LONGEST) throw new Error("This formula is too long to be drawn.");
    if (DEFINITION.test(text)) throw new Error("A formula here cannot define commands.");
    return mathElements(
      katex.renderToString(text, {
        output: "mathml",
        displayMode,
        // No addresses, no attributes of HTML.
        trust: false,
        strict: "ignore",
        // A macro that calls itself ends; nothing covers the page.
        maxExpand: 500,
        maxSize: 10,
      }),
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
