import { lazy, type ReactNode, Suspense } from "react";

interface Props {
  readonly text: string;
  readonly isBlock: boolean;
}

/** Few notes have formulas: what draws them comes with the first. Without it they are LaTeX. */
const Typeset = lazy(() => import("./Typeset").catch(() => ({ default: Source })));

/** A formula, within a line or on one of its own. */
export function Formula({ text, isBlock }: Props): ReactNode {
  return (
    <Suspense fallback={<Source text={text} />}>
      <Typeset text={text} isBlock={isBlock} />
    </Suspense>
  );
}

function Source({ text }: { readonly text: string }): ReactNode {
  return <code>{text}</code>;
}
