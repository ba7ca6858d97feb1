import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { type FormEvent, type ReactNode, useState } from "react";
import { unquoted } from "../../selection/tokens";
import type { ColumnFilter } from "./columnFilter";

interface Props {
  readonly current: ColumnFilter | null;
  readonly onApply: (wanted: { kind: "contains"; text: string } | null) => void;
}

/** A part of the text that trials are to have. */
export function ContainsForm({ current, onApply }: Props): ReactNode {
  const [text, setText] = useState(textOf(current));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onApply(text === "" ? null : { kind: "contains", text });
  };
  return (
    <form onSubmit={apply} style={{ display: "grid", gap: 12 }}>
      <TextField
        size="small"
        label="Contains"
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoComplete: "off" } }}
      />
      <Button type="submit" size="small" variant="contained">
        Apply
      </Button>
    </form>
  );
}

function textOf(current: ColumnFilter | null): string {
  if (current?.kind === "contains") return current.text;
  const [literal = "", ...others] = current?.kind === "choices" ? current.values : [];
  return others.length === 0 && /^["']/.test(literal) ? unquoted(literal) : "";
}
