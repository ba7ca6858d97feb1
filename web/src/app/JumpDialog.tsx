import Dialog from "@mui/material/Dialog";
import InputBase from "@mui/material/InputBase";
import { styled } from "@mui/material/styles";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useNavigate } from "react-router";
import { useStudies } from "../api/hooks";
import { useKeptFilter } from "../selection/filterUrl";
import { type JumpTarget, jumpTargets } from "./jump";
import { usePlace } from "./usePlace";

const List = styled("ul")({
  listStyle: "none",
  margin: 0,
  padding: 8,
  maxHeight: "min(420px, 60dvh)",
  overflowY: "auto",
  borderTop: "1px solid var(--mui-palette-divider)",
});

const Item = styled("li")({
  display: "flex",
  justifyContent: "space-between",
  gap: 16,
  padding: "6px 8px",
  borderRadius: 4,
  cursor: "pointer",
  fontSize: "0.875rem",
  "& > *": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "&[aria-selected=true]": {
    background: "var(--mui-palette-action-selected)",
    "& > *": { color: "inherit" },
  },
});

const Hint = styled("span")({
  color: "var(--mui-palette-text-secondary)",
  flex: "none",
  maxWidth: "40%",
});
const Nothing = styled("p")({ margin: 8, color: "var(--mui-palette-text-secondary)" });

/** A combobox over every page, study and trial. */
export function JumpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const navigate = useNavigate();
  const keep = useKeptFilter();
  const targets = useTargets(text);
  const list = useRef<HTMLUListElement>(null);
  const selected = Math.min(active, targets.length - 1);
  useEffect(() => {
    list.current?.children[selected]?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const go = (target: JumpTarget | undefined) => {
    if (!target) return;
    onClose();
    void navigate(keep(target.to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((selected + step + targets.length) % Math.max(1, targets.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(targets[selected]);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      // At once, so that nothing typed after the shortcut is lost.
      transitionDuration={0}
      slotProps={{ paper: { "aria-label": "Jump to" } }}
      sx={{ "& .MuiDialog-container": { alignItems: "flex-start" } }}
    >
      <InputBase
        autoFocus
        fullWidth
        placeholder="A study, a page, or a trial number"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        sx={{ px: 2, py: 1 }}
        inputProps={{
          role: "combobox",
          "aria-label": "A study, a page, or a trial number",
          "aria-expanded": true,
          "aria-controls": listId,
          "aria-autocomplete": "list",
          "aria-activedescendant": targets.length ? `${listId}-${selected}` : undefined,
        }}
      />
      <List ref={list} id={listId} role="listbox" aria-label="Places">
        {targets.map((target, index) => (
          <Item
            key={target.to}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === selected}
            onMouseMove={() => setActive(index)}
            onClick={() => go(target)}
          >
            <span>{target.label}</span>
            <Hint>{target.hint}</Hint>
          </Item>
        ))}
      </List>
      {targets.length === 0 && <Nothing role="status">Nothing of that name.</Nothing>}
    </Dialog>
  );
}

function useTargets(text: string): JumpTarget[] {
  const { studyId } = usePlace();
  const { data } = useStudies();
  return useMemo(() => {
    const studies = data?.study_summaries ?? [];
    return jumpTargets(
      text,
      studies,
      studies.find(({ study_id }) => study_id === studyId),
    );
  }, [text, data, studyId]);
}
