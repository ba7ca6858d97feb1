import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { StateName } from "../api/types";
import { STATES } from "../format/states";
import { stateColorVar } from "../theme/colors";

const Chip = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  fontSize: "0.8125rem",
  whiteSpace: "nowrap",
});

const Dot = styled("span")({
  width: 10,
  height: 10,
  borderRadius: 3,
  flex: "none",
  forcedColorAdjust: "none",
});

/** A trial's state: its colour and its name. */
export function StateChip({ state }: { readonly state: StateName }): ReactNode {
  const { label, color } = STATES[state];
  return (
    <Chip>
      <Dot aria-hidden style={{ background: stateColorVar(color) }} />
      {label}
    </Chip>
  );
}
