import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Draft {
  readonly text: string;
  readonly caret: number;
  readonly changed: boolean;
  /** What was typed or chosen; the caret of the input follows. */
  readonly edit: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly revert: () => void;
}

/** A text that is being written, until another one is given from outside. */
export function useDraft(given: string, input: RefObject<HTMLInputElement | null>): Draft {
  const [seen, setSeen] = useState(given);
  const [{ text, caret }, setDraft] = useState({ text: given, caret: given.length });
  const wanted = useRef<number | null>(null);
  if (seen !== given) {
    setSeen(given);
    setDraft({ text: given, caret: given.length });
  }
  useLayoutEffect(() => {
    if (wanted.current !== null) input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return {
    text,
    caret,
    changed: text.trim() !== given,
    edit: (next, to) => {
      wanted.current = to;
      setDraft({ text: next, caret: to });
    },
    moveCaret: (to) =>
      setDraft((before) => (before.caret === to ? before : { ...before, caret: to })),
    revert: () => setDraft({ text: given, caret: given.length }),
  };
}
