import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { StateName } from "../api/types";
import { formatCount, plural } from "../format/numbers";
import { STATE_NAMES, STATES } from "../format/states";
import { stateColorVar } from "../theme/colors";

type Counts = Partial<Record<StateName, number>>;

const Bar = styled("div")({
  display: "flex",
  gap: 2,
  height: 8,
  borderRadius: 3,
  overflow: "hidden",
  background: "var(--mui-palette-divider)",
  // High contrast modes would paint all segments alike.
  forcedColorAdjust: "none",
});

const Legend = styled("div")(({ theme }) => ({
  display: "flex",
  flexWrap: "wrap",
  columnGap: theme.spacing(1.5),
  fontSize: "0.8125rem",
  color: "var(--mui-palette-text-secondary)",
}));

const Item = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 4,
  whiteSpace: "nowrap",
});
const Dot = styled("span")({
  width: 8,
  height: 8,
  borderRadius: 2,
  flex: "none",
  forcedColorAdjust: "none",
});

interface Props {
  readonly counts: Counts;
  /** Whether the numbers stand under the bar with the names of their states. */
  readonly legend?: boolean;
}

/** How many trials are in each state, as a stacked bar and in words. */
export function StateBar({ counts, legend = false }: Props): ReactNode {
  const present = presentStates(counts);
  return (
    <div>
      <Bar role="img" aria-label={describeCounts(counts)} title={describeCounts(counts)}>
        {present.map((state) => (
          <div
            key={state}
            style={{
              flex: `${counts[state]} 0 3px`,
              background: stateColorVar(STATES[state].color),
            }}
          />
        ))}
      </Bar>
      {legend && (
        <Legend aria-hidden>
          {present.map((state) => (
            <Item key={state}>
              <Dot style={{ background: stateColorVar(STATES[state].color) }} />
              {formatCount(counts[state] ?? 0)} {STATES[state].label.toLowerCase()}
            </Item>
          ))}
        </Legend>
      )}
    </div>
  );
}

/** "12 complete, 3 pruned", or that there are none. */
export function describeCounts(counts: Counts): string {
  const parts = presentStates(counts).map(
    (state) => `${formatCount(counts[state] ?? 0)} ${STATES[state].label.toLowerCase()}`,
  );
  return parts.length ? parts.join(", ") : plural(0, "trial");
}

function presentStates(counts: Counts): StateName[] {
  return STATE_NAMES.filter((state) => (counts[state] ?? 0) > 0);
}
