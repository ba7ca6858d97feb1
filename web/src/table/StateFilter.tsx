import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import type { ReactNode } from "react";
import type { StateName } from "../api/types";
import { formatCount } from "../format/numbers";
import { STATE_NAMES, STATES } from "../format/states";
import { stateColorVar } from "../theme/colors";

interface Props {
  readonly counts: Partial<Record<StateName, number>>;
  /** Those shown; none means all. */
  readonly chosen: readonly StateName[];
  readonly onChange: (states: StateName[]) => void;
}

/** The states that the study's trials are in, to be shown alone or together. */
export function StateFilter({ counts, chosen, onChange }: Props): ReactNode {
  const present = STATE_NAMES.filter((state) => counts[state] || chosen.includes(state));
  if (present.length < 2 && chosen.length === 0) return null;
  const toggle = (state: StateName) =>
    onChange(present.filter((other) => chosen.includes(other) !== (other === state)));
  return (
    <Stack
      direction="row"
      useFlexGap
      role="group"
      aria-label="Show only trials in these states"
      sx={{ flexWrap: "wrap", gap: 0.75 }}
    >
      {present.map((state) => (
        <Chip
          key={state}
          size="small"
          component="button"
          type="button"
          clickable
          aria-pressed={chosen.includes(state)}
          variant={chosen.includes(state) ? "filled" : "outlined"}
          onClick={() => toggle(state)}
          icon={<Dot color={stateColorVar(STATES[state].color)} />}
          label={`${STATES[state].label} ${formatCount(counts[state] ?? 0)}`}
        />
      ))}
    </Stack>
  );
}

function Dot({ color }: { readonly color: string }): ReactNode {
  return (
    <span
      aria-hidden
      style={{ width: 10, height: 10, borderRadius: 3, marginLeft: 8, background: color }}
    />
  );
}
