import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { exactValue } from "../../format/numbers";
import { directionText } from "../../format/states";
import { type Formats, useFormats } from "../../format/useFormats";

const List = styled("dl")({
  margin: 0,
  display: "flex",
  flexWrap: "wrap",
  columnGap: 40,
  rowGap: 12,
  "& dt": { fontSize: "0.8125rem", color: "var(--mui-palette-text-secondary)" },
  "& dd": {
    margin: 0,
    fontSize: "1.75rem",
    fontWeight: 650,
    lineHeight: 1.2,
    letterSpacing: "-0.01em",
  },
});

interface Props {
  readonly trial: TrialDetail;
  readonly study: StudyOverview;
}

/** The values of a trial, large, by the names of the objectives; or why there are none. */
export function ValuePart({ trial, study }: Props): ReactNode {
  const formats = useFormats();
  if (study.is_preferential) {
    return <p style={{ margin: 0 }}>People compare the trials; there is no objective value.</p>;
  }
  if (!trial.values) return <p style={{ margin: 0 }}>{withoutValue(trial, formats)}</p>;
  return (
    <List>
      {trial.values.map((value, index) => {
        const label = study.objective_labels[index] ?? `Objective ${index}`;
        return (
          <div key={label}>
            <dt>
              {label}, {directionText(study.directions[index] ?? "not_set")}
            </dt>
            <dd>
              <CopyValue text={exactValue(value)}>{formats.formatValue(value)}</CopyValue>
            </dd>
          </div>
        );
      })}
    </List>
  );
}

export function withoutValue(
  { state, intermediate_values: reported }: TrialDetail,
  { formatValue }: Formats,
): string {
  const last = reported.at(-1);
  switch (state) {
    case "Pruned":
      return last
        ? `Pruned at step ${last.step}, where it had reported ${formatValue(last.value)}.`
        : "Pruned before it reported anything.";
    case "Running":
      return last
        ? `Running; ${formatValue(last.value)} reported at step ${last.step}.`
        : "Running; nothing reported yet.";
    case "Waiting":
      return "Waiting to be run.";
    case "Fail":
      return "Failed, so it has no value.";
    default:
      return "It has no value.";
  }
}
