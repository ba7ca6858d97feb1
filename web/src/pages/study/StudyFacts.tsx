import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { StudyOverview } from "../../api/types";
import { formatCount, formatShare } from "../../format/numbers";
import { explainTime, formatDuration } from "../../format/times";
import { type Formats, useFormats } from "../../format/useFormats";
import { Block, Caption } from "./pageStyles";

const Grid = styled("dl")(({ theme }) => ({
  margin: 0,
  display: "grid",
  gridTemplateColumns: "repeat(auto-fill, minmax(min(152px, 44%), 1fr))",
  gap: theme.spacing(2),
  "& dd": { margin: 0, fontSize: "0.9375rem", fontWeight: 600 },
}));

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

/** The numbers of a study beside its best value. */
export function StudyFacts({ study }: { readonly study: StudyOverview }): ReactNode {
  const formats = useFormats();
  return (
    <Block aria-label="Facts">
      <Grid>
        {factsOf(study, formats).map(({ label, value, hint }) => (
          <div key={label} title={hint}>
            <Caption as="dt">{label}</Caption>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </Grid>
    </Block>
  );
}

export function factsOf(study: StudyOverview, formats: Formats): Fact[] {
  const { clock, duration, trials_per_hour: rate } = study;
  const time = (label: string, iso: string | null): Fact => ({
    label,
    value: formats.formatShortTime(iso, clock),
    hint: explainTime(iso, clock),
  });
  return [
    { label: "Trials", value: formatCount(study.n_trials) },
    ...(study.has_constraints ? [feasible(study)] : []),
    {
      label: "Total duration",
      value: formatDuration(duration?.total),
      hint: "Of all finished trials together",
    },
    { label: "Median duration", value: formatDuration(duration?.median) },
    {
      label: "Trials per hour",
      value: rate === null ? "" : rate < 1000 ? formats.formatValue(rate, 3) : formatCount(rate),
      hint: "Finished trials, from the first start to the last completion",
    },
    time("First start", study.first_start),
    time("Last completion", study.last_complete),
    {
      label: "Study ID",
      value: String(study.stored_id),
      hint: "By which the storage, and Optuna, know the study",
    },
  ];
}

function feasible({ n_feasible, state_counts }: StudyOverview): Fact {
  const complete = state_counts.Complete ?? 0;
  return {
    label: "Feasible",
    value: complete === 0 ? "" : formatShare(n_feasible / complete),
    hint: `${formatCount(n_feasible)} of ${formatCount(complete)} complete trials violate no constraint`,
  };
}
