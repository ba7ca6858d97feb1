import Button from "@mui/material/Button";
import { styled } from "@mui/material/styles";
import { type ReactNode, useState } from "react";
import type { StudyOverview, TrialRow } from "../../api/types";
import { TrialLink } from "../../components/TrialLink";
import { formatCount } from "../../format/numbers";
import { directionArrow } from "../../format/states";
import { type Formats, useFormats } from "../../format/useFormats";
import { Caption } from "./pageStyles";

const FEW = 5;

const Scroll = styled("div")({ overflow: "auto", maxHeight: 320, marginTop: 12 });

const Table = styled("table")({
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th, & td": { padding: "4px 24px 4px 0", textAlign: "end", whiteSpace: "nowrap" },
  "& th:first-of-type": { textAlign: "start" },
  "& thead th": {
    position: "sticky",
    top: 0,
    background: "var(--mui-palette-background-paper)",
    fontWeight: 400,
    color: "var(--mui-palette-text-secondary)",
  },
  "& tbody th": { fontWeight: 500 },
});

interface Column {
  readonly label: string;
  readonly text: (trial: TrialRow) => string;
}

/** The values of the trials, or their parameters where nothing was measured. */
function columnsOf(study: StudyOverview, { formatJson, formatValue }: Formats): Column[] {
  if (study.is_preferential) {
    return study.param_names.map((name) => ({
      label: name,
      text: ({ params }) => formatJson(params[name]),
    }));
  }
  return study.objective_labels.map((label, index) => ({
    label: `${label} ${directionArrow(study.directions[index] ?? "not_set")}`,
    text: ({ values }) => formatValue(values?.[index]),
  }));
}

/** The first of several best trials; more of them on demand. */
export function BestList({ study }: { readonly study: StudyOverview }): ReactNode {
  const [all, setAll] = useState(false);
  const columns = columnsOf(study, useFormats());
  const { best_trials: trials, n_best: total } = study;
  const shown = all ? trials : trials.slice(0, FEW);
  return (
    <>
      <Scroll
        tabIndex={all || study.is_preferential ? 0 : -1}
        role="group"
        aria-label="Best trials"
      >
        <Table>
          <thead>
            <tr>
              <th scope="col">Trial</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((trial) => (
              <tr key={trial.number}>
                <th scope="row">
                  <TrialLink studyId={study.study_id} number={trial.number}>
                    {trial.number}
                  </TrialLink>
                </th>
                {columns.map(({ label, text }) => (
                  <td key={label}>{text(trial)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Scroll>
      {trials.length > FEW && (
        <Button size="small" sx={{ mt: 0.5, ml: -0.75 }} onClick={() => setAll(!all)}>
          {all
            ? "Show fewer"
            : `Show ${trials.length < total ? `${trials.length} of ` : "all "}${formatCount(total)}`}
        </Button>
      )}
      {all && trials.length < total && (
        <Caption>The others are in the table: filter it with “best”.</Caption>
      )}
    </>
  );
}
