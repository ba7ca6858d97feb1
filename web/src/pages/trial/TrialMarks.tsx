import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { TrialDetail } from "../../api/types";
import { StateChip } from "../../components/StateChip";

const Line = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  gap: 12,
  alignItems: "center",
  fontSize: "0.8125rem",
});
const Best = styled("span")({ fontWeight: 650, color: "var(--mui-palette-state-best)" });
const Infeasible = styled("span")({ fontWeight: 650, color: "var(--mui-palette-error-main)" });

/** State, and whether the trial is a best one or breaks a constraint. */
export function TrialMarks({
  trial,
  several,
}: {
  readonly trial: TrialDetail;
  readonly several: boolean;
}): ReactNode {
  return (
    <Line>
      <StateChip state={trial.state} />
      {trial.is_best && <Best>★ {several ? "On the Pareto front" : "Best"}</Best>}
      {!trial.feasible && <Infeasible>✕ Infeasible</Infeasible>}
    </Line>
  );
}
