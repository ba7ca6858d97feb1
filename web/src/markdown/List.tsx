import type { Tokens as Marked } from "marked";
import type { ReactNode } from "react";
import { Tokens } from "./Tokens";

interface Props {
  readonly list: Marked.List;
  readonly depth: number;
}

export function List({ list, depth }: Props): ReactNode {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
    <li key={index} data-task={item.task}>
      <Tokens tokens={item.tokens} depth={depth} />
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 0}>{items}</ol> : <ul>{items}</ul>;
}
