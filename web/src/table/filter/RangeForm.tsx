import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Bound, ColumnFilter } from "./columnFilter";
import type { End, RangeTexts } from "./rangeTexts";

type Range = Extract<ColumnFilter, { kind: "range" }>;

interface Props {
  readonly texts: RangeTexts;
  readonly current: ColumnFilter | null;
  readonly onApply: (wanted: Range | null) => void;
}

/** The two ends of a range, of which either may be left open. */
export function RangeForm({ texts, current, onApply }: Props): ReactNode {
  const { low, high } = rangeOf(current);
  const [lowText, setLowText] = useState(low ? texts.toText(low.literal, "low") : "");
  const [highText, setHighText] = useState(high ? texts.toText(high.literal, "high") : "");
  const [isChecked, setChecked] = useState(false);
  const lowBound = boundOf(lowText, low, texts, "low");
  const highBound = boundOf(highText, high, texts, "high");
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (lowBound === null || highBound === null) return;
    const range: Range = {
      kind: "range",
      ...(lowBound ? { low: lowBound } : {}),
      ...(highBound ? { high: highBound } : {}),
    };
    onApply(lowBound || highBound ? range : null);
  };
  return (
    <form onSubmit={apply} noValidate style={{ display: "grid", gap: 12 }}>
      <EndField
        label={texts.labels.low[low?.strict ? 1 : 0]}
        text={lowText}
        onChange={setLowText}
        texts={texts}
        isWrong={isChecked && lowBound === null}
      />
      <EndField
        label={texts.labels.high[high?.strict ? 1 : 0]}
        text={highText}
        onChange={setHighText}
        texts={texts}
        isWrong={isChecked && highBound === null}
      />
      <Button type="submit" size="small" variant="contained">
        Apply
      </Button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly texts: RangeTexts;
  readonly isWrong: boolean;
}

function EndField({ label, text, onChange, texts, isWrong }: FieldProps): ReactNode {
  return (
    <TextField
      size="small"
      type={texts.type}
      label={label}
      value={text}
      error={isWrong}
      helperText={isWrong ? texts.hint : undefined}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: texts.type === "text" ? { autoComplete: "off" } : { step: 1 },
      }}
    />
  );
}

/** An equal value is a range of one. */
function rangeOf(current: ColumnFilter | null): { low?: Bound; high?: Bound } {
  if (current?.kind === "range") return current;
  const [literal, ...others] = current?.kind === "choices" ? current.values : [];
  if (literal === undefined || literal === "none" || others.length > 0) return {};
  return { low: { literal, strict: false }, high: { literal, strict: false } };
}

/** Undefined if the end is open, null if the text is wrong. */
function boundOf(
  text: string,
  before: Bound | undefined,
  texts: RangeTexts,
  end: End,
): Bound | undefined | null {
  if (text.trim() === "") return undefined;
  // What was not touched stays as it was written.
  if (before && text === texts.toText(before.literal, end)) return before;
  const literal = texts.toLiteral(text);
  return literal === null ? null : { literal, strict: before?.strict ?? false };
}
