import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import type { ReactElement, ReactNode } from "react";
import type { StateName, StudyOverview } from "../api/types";
import { formatCount } from "../format/numbers";
import { STATE_NAMES, STATES } from "../format/states";
import { useSelection } from "../selection/selection";
import type { ColumnName } from "../selection/terms";
import { stateColorVar } from "../theme/colors";
import { type ColumnFilter, readColumnFilter, writeColumnFilter } from "./filter/columnFilter";

const STATE: ColumnName = { name: "state" };
const BEST: ColumnName = { name: "best" };

/** Chips that write into the filter of the page: some states only, the best trials only. */
export function StateFilter({ study }: { readonly study: StudyOverview }): ReactNode {
  const selection = useSelection();
  if (!selection) return null;
  const { filter, setFilter } = selection;
  const { state_counts: counts, n_best } = study;
  const chosen = statesOf(readColumnFilter(filter, STATE));
  const present = STATE_NAMES.filter((state) => counts[state] || chosen.includes(state));
  const put = (column: ColumnName, values: readonly string[]) =>
    setFilter(
      writeColumnFilter(filter, column, values.length > 0 ? { kind: "choices", values } : null),
    );
  const toggle = (state: StateName) => {
    const states = present.filter((other) => chosen.includes(other) !== (other === state));
    put(
      STATE,
      states.map((one) => one.toUpperCase()),
    );
  };
  const isBest = isTrue(readColumnFilter(filter, BEST));
  return (
    <Stack
      direction="row"
      useFlexGap
      role="group"
      aria-label="Show only"
      sx={{ flexWrap: "wrap", gap: 0.75 }}
    >
      {(present.length > 1 || chosen.length > 0) &&
        present.map((state) => (
          <FilterChip
            key={state}
            pressed={chosen.includes(state)}
            icon={<Dot color={stateColorVar(STATES[state].color)} />}
            label={`${STATES[state].label} ${formatCount(counts[state] ?? 0)}`}
            onClick={() => toggle(state)}
          />
        ))}
      {(n_best > 0 || isBest) && (
        <FilterChip
          pressed={isBest}
          icon={<Star />}
          label={`Best ${formatCount(n_best)}`}
          onClick={() => put(BEST, isBest ? [] : ["true"])}
        />
      )}
    </Stack>
  );
}

/** The states that the filter asks for; none if it asks for something else. */
function statesOf(current: ColumnFilter | null): StateName[] {
  const values = current?.kind === "choices" ? current.values : [];
  const wanted = values.map((value) => value.toUpperCase());
  return STATE_NAMES.filter((state) => wanted.includes(state.toUpperCase()));
}

function isTrue(current: ColumnFilter | null): boolean {
  return current?.kind === "choices" && current.values.join().toLowerCase() === "true";
}

interface ChipProps {
  readonly pressed: boolean;
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
}

function FilterChip({ pressed, icon, label, onClick }: ChipProps): ReactNode {
  return (
    <Chip
      size="small"
      component="button"
      type="button"
      clickable
      aria-pressed={pressed}
      variant={pressed ? "filled" : "outlined"}
      onClick={onClick}
      icon={icon}
      label={label}
    />
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

function Star(): ReactNode {
  return (
    <span aria-hidden style={{ marginLeft: 8, color: "var(--mui-palette-state-best)" }}>
      ★
    </span>
  );
}
