import { styled } from "@mui/material/styles";
import { type ReactNode, useEffect, useRef } from "react";
import type { Suggestion } from "./completion";

const List = styled("ul")(({ theme }) => ({
  position: "absolute",
  top: "calc(100% + 4px)",
  left: -1,
  zIndex: theme.zIndex.modal,
  boxSizing: "border-box",
  minWidth: "min(320px, 100%)",
  maxWidth: "100%",
  maxHeight: "min(320px, 50dvh)",
  margin: 0,
  padding: 4,
  overflowY: "auto",
  listStyle: "none",
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  boxShadow: theme.shadows[4],
}));

const Item = styled("li")({
  display: "flex",
  justifyContent: "space-between",
  gap: 24,
  padding: "4px 8px",
  borderRadius: 4,
  cursor: "pointer",
  "& > *": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "&[aria-selected=true]": { background: "var(--mui-palette-action-selected)" },
  // Where there is no pointer that could rest on one.
  "@media (pointer: coarse)": { padding: "10px 8px" },
});

const Hint = styled("span")(({ theme }) => ({
  fontFamily: theme.typography.fontFamily,
  color: "var(--mui-palette-text-secondary)",
  flexShrink: 2,
}));

interface Props {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** What could come next in a filter. */
export function Suggestions({ id, suggestions, active, onActive, onChoose }: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <List
      ref={list}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {suggestions.map((suggestion, index) => (
        <Item
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseMove={() => onActive(index)}
          onClick={() => onChoose(suggestion)}
        >
          <span>{suggestion.text}</span>
          <Hint>{suggestion.hint}</Hint>
        </Item>
      ))}
    </List>
  );
}
