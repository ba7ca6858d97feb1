import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { ApiError } from "../../api/client";
import { useComparison } from "../../api/hooks";
import type { Comparison, StudySummary } from "../../api/types";
import { ErrorCard } from "../../components/ErrorCard";
import { Objectives } from "../../components/Objectives";
import { BlockSkeleton } from "../../components/Skeletons";
import { ChosenStudies } from "./ChosenStudies";
import { CompareFigures } from "./CompareFigures";
import { ParamRanges } from "./ParamRanges";
import { SummaryTable } from "./SummaryTable";

interface Props {
  /** Two or more. */
  readonly chosen: readonly StudySummary[];
  readonly onChange: (ids: readonly number[]) => void;
}

/** What the core says of these studies together, or why it does not. */
export function Compared({ chosen, onChange }: Props): ReactNode {
  const ids = chosen.map(({ study_id }) => study_id);
  const { data, error, refetch } = useComparison(ids);
  if (error) {
    const odd = error instanceof ApiError ? (error.answer.study_ids ?? []) : [];
    const fitting = ids.filter((id) => !odd.includes(id));
    return (
      <>
        <ErrorCard
          title="These studies cannot be compared"
          error={error}
          {...(odd.length > 0 ? {} : { action: { label: "Try again", run: () => void refetch() } })}
        />
        <ChosenStudies studies={chosen} odd={odd} onChange={onChange} />
        {odd.length > 0 && fitting.length > 0 && (
          <Button
            variant="outlined"
            sx={{ alignSelf: "flex-start" }}
            onClick={() => onChange(fitting)}
          >
            Remove what does not fit
          </Button>
        )}
      </>
    );
  }
  if (!data) return <BlockSkeleton height={320} />;
  return <Sections comparison={data} onChange={onChange} />;
}

function Sections({
  comparison,
  onChange,
}: {
  readonly comparison: Comparison;
  readonly onChange: (ids: readonly number[]) => void;
}): ReactNode {
  const { studies, figures } = comparison;
  const first = studies[0];
  const ids = studies.map(({ study_id }) => study_id);
  return (
    <>
      {first && <Objectives directions={first.directions} names={first.objective_names} />}
      <SummaryTable
        studies={studies}
        onRemove={(id) => onChange(ids.filter((other) => other !== id))}
      />
      <CompareFigures studies={studies} figures={figures} />
      <section aria-labelledby="param-ranges">
        <Typography id="param-ranges" variant="h2" sx={{ mb: 1 }}>
          Parameter ranges
        </Typography>
        <ParamRanges studies={studies} />
      </section>
    </>
  );
}
