import { styled } from "@mui/material/styles";
import { type ReactNode, useEffect, useState } from "react";
import { STATE_NAMES, STATES } from "../../format/states";
import { unquoted } from "../../selection/tokens";
import { Tick, TickLabel } from "../tableStyles";
import type { ColumnFilter } from "./columnFilter";

const List = styled("fieldset")({
  border: 0,
  margin: 0,
  padding: 0,
  minWidth: 0,
  maxHeight: 240,
  overflow: "auto",
});

interface Props {
  /** As filters write them. */
  readonly choices: readonly string[];
  readonly current: ColumnFilter | null;
  readonly onChange: (wanted: { kind: "choices"; values: readonly string[] } | null) => void;
}

/** Ticks some of few values; each tick is applied at once. */
export function ChoiceForm({ choices, current, onChange }: Props): ReactNode {
  const [pending, setPending] = useState<readonly string[] | null>(null);
  const shown = JSON.stringify(current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer to what was pending
  useEffect(() => setPending(null), [shown]);
  const chosen = (pending ?? valuesOf(current)).map(plainLiteral);
  const toggle = (choice: string) => {
    const values = choices.filter(
      (other) => chosen.includes(plainLiteral(other)) !== (other === choice),
    );
    setPending(values);
    onChange(values.length > 0 ? { kind: "choices", values } : null);
  };
  return (
    <List aria-label="Show only trials with">
      {choices.map((choice) => (
        <TickLabel key={choice}>
          <Tick
            type="checkbox"
            checked={chosen.includes(plainLiteral(choice))}
            onChange={() => toggle(choice)}
          />
          <span>{labelOf(choice, choices)}</span>
        </TickLabel>
      ))}
    </List>
  );
}

function valuesOf(current: ColumnFilter | null): readonly string[] {
  return current?.kind === "choices" ? current.values : [];
}

/** Words are read in any case. */
function plainLiteral(literal: string): string {
  return /^["'\d]/.test(literal) ? literal : literal.toLowerCase();
}

/** The text "1" is not the number, and looks so only beside it. */
function labelOf(choice: string, choices: readonly string[]): string {
  if (choice === "none") return "No value";
  const state = STATE_NAMES.find((name) => name.toUpperCase() === choice);
  if (state) return STATES[state].label;
  const text = unquoted(choice);
  return text === "" || (text !== choice && choices.includes(text)) ? choice : text;
}
