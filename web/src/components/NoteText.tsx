import { lazy, type ReactNode, Suspense } from "react";

interface Props {
  readonly text: string;
}

/** Few studies have notes: the parser comes when there is one. Without it the text is plain. */
const Markdown = lazy(() => import("../markdown/Markdown").catch(() => ({ default: PlainText })));

/** What a person wrote, in Markdown. */
export function NoteText({ text }: Props): ReactNode {
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <Markdown text={text} />
    </Suspense>
  );
}

function PlainText({ text }: Props): ReactNode {
  return <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</div>;
}
