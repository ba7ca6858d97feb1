import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import type { NumberOption } from "../api/types";

interface Props {
  readonly option: NumberOption;
  /** Empty for what the figure chooses itself. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number to be typed; it is taken when it is finished, by Enter or by leaving the field. */
export function NumberField({ option, value, onChange }: Props): ReactNode {
  const { label, min, whole, default: usual } = option;
  const [draft, setDraft] = useState<string | null>(null);
  const [isValid, setValid] = useState(true);
  const finish = () => {
    if (draft === null || !isValid) return;
    setDraft(null);
    const next = draft === "" ? usual : draft;
    if (next !== value) onChange(next);
  };
  return (
    <TextField
      type="number"
      size="small"
      label={label}
      value={draft ?? value}
      placeholder={usual || "automatic"}
      error={!isValid}
      helperText={isValid ? undefined : `${whole ? "A whole number" : "A number"}${from(min)}`}
      onChange={({ target }) => {
        setDraft(target.value);
        setValid(target.checkValidity());
      }}
      onBlur={finish}
      onKeyDown={({ key }) => key === "Enter" && finish()}
      // Wide enough for its label, which stands on its edge in smaller letters.
      sx={{ width: `calc(${label.length} * 0.8ch + 48px)`, minWidth: 144, maxWidth: "100%" }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { min: min ?? undefined, step: whole ? 1 : "any" },
      }}
    />
  );
}

function from(min: number | null): string {
  return min === null ? "" : ` from ${min} on`;
}
