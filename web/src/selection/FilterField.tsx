import FilterListIcon from "@mui/icons-material/FilterList";
import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { Place } from "../api/client";
import { useFilterNames } from "../api/hooks";
import { MONO } from "../theme/fonts";
import { accept, complete } from "./completion";
import { Suggestions } from "./Suggestions";
import { useDraft } from "./useDraft";

const Field = styled("div")({
  position: "relative",
  display: "flex",
  flex: "1 1 auto",
  minWidth: 0,
  borderRadius: 6,
  border: "1px solid var(--mui-palette-divider)",
  background: "var(--mui-palette-background-paper)",
  fontFamily: MONO,
  fontSize: "0.8125rem",
  lineHeight: "20px",
  "&:focus-within": { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: -1 },
  "&[data-invalid=true]": { borderColor: "var(--mui-palette-error-main)" },
});

const Text = styled("div")({ position: "relative", flex: 1, minWidth: 0, overflow: "hidden" });

const Input = styled("input")({
  all: "unset",
  position: "relative",
  display: "block",
  boxSizing: "border-box",
  width: "100%",
  padding: "6px 10px 6px 8px",
  "&::placeholder": { color: "var(--mui-palette-text-secondary)" },
});

/** Lies under the text and marks a part of it. */
const Underlay = styled("div")({
  position: "absolute",
  inset: 0,
  padding: "6px 10px 6px 8px",
  whiteSpace: "pre",
  color: "transparent",
  "& mark": {
    color: "transparent",
    background: "color-mix(in srgb, var(--mui-palette-error-main) 16%, transparent)",
    textDecoration: "underline wavy var(--mui-palette-error-main)",
    textUnderlineOffset: 3,
  },
});

interface Props {
  readonly studyId: number;
  readonly filter: string;
  /** What is wrong with it, if something is. */
  readonly place: Place | null;
  /** Id of the element that says what. */
  readonly errorId: string;
  readonly invalid: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onApply: (filter: string) => void;
  /** Escape, with nothing left to undo. */
  readonly onLeave: () => void;
}

/** A combobox for a filter, completed while it is written; Enter applies it. */
export function FilterField(props: Props): ReactNode {
  const { studyId, filter, place, errorId, invalid, input, onApply, onLeave } = props;
  const draft = useDraft(filter, input);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [scroll, setScroll] = useState(0);
  const [focused, setFocused] = useState(false);
  const { data } = useFilterNames(studyId, focused);
  const listId = useId();
  const completion = complete(draft.text, draft.caret, data?.names ?? []);
  const { suggestions } = completion;
  const isListed = open && focused && suggestions.length > 0;
  const marked = draft.changed ? null : place;

  const choose = (text: string) => {
    const next = accept(draft.text, completion, text);
    draft.edit(next.text, next.caret);
    setActive(-1);
  };
  const apply = () => {
    setOpen(false);
    onApply(draft.text.trim());
  };
  const undo = () => {
    if (isListed) setOpen(false);
    else if (draft.changed) draft.revert();
    else onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = isListed ? suggestions[active] : undefined;
    if (step) {
      setOpen(true);
      setActive(isListed ? stepped(active, step, suggestions.length) : -1);
    } else if (event.key === "Enter") chosen ? choose(chosen.text) : apply();
    else if (event.key === "Escape") undo();
    else return;
    event.preventDefault();
  };

  return (
    <Field data-invalid={invalid}>
      <FilterListIcon
        aria-hidden
        fontSize="small"
        color="action"
        sx={{ alignSelf: "center", ml: 1 }}
      />
      <Text>
        {marked && (
          <Underlay aria-hidden style={{ transform: `translateX(${-scroll}px)` }}>
            {filter.slice(0, marked.start)}
            <mark>{filter.slice(marked.start, marked.end) || "\u00a0"}</mark>
          </Underlay>
        )}
        <Input
          ref={input}
          value={draft.text}
          placeholder="state == COMPLETE and duration < 60"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="go"
          role="combobox"
          aria-label="Filter of trials"
          aria-expanded={isListed}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-invalid={invalid}
          {...(isListed && active >= 0 ? { "aria-activedescendant": `${listId}-${active}` } : {})}
          {...(invalid ? { "aria-describedby": errorId } : {})}
          onChange={({ target }) => {
            draft.edit(target.value, target.selectionStart ?? target.value.length);
            setOpen(true);
            setActive(-1);
          }}
          onSelect={({ currentTarget }) => draft.moveCaret(currentTarget.selectionStart ?? 0)}
          onScroll={({ currentTarget }) => setScroll(currentTarget.scrollLeft)}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            setOpen(false);
          }}
        />
      </Text>
      {draft.changed && (
        <Button size="small" onClick={apply} onMouseDown={(event) => event.preventDefault()}>
          Apply
        </Button>
      )}
      {isListed && (
        <Suggestions
          id={listId}
          suggestions={suggestions}
          active={active}
          onActive={setActive}
          onChoose={({ text }) => choose(text)}
        />
      )}
    </Field>
  );
}

/** The next of so many, or of none; past the last comes none. */
function stepped(active: number, step: number, count: number): number {
  const next = active + step;
  if (next >= count) return -1;
  return next < -1 ? count - 1 : next;
}
