import type { ReactNode } from "react";
import type { StudyOverview, TrialRow } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { ParamGrid } from "../../components/ParamGrid";
import { TrialLink } from "../../components/TrialLink";
import { exactValue, formatCount, plural } from "../../format/numbers";
import { directionText } from "../../format/states";
import { useFormats } from "../../format/useFormats";
import { BestList } from "./BestList";
import { NoBest } from "./NoBest";
import { BigNumber, Block, Caption } from "./pageStyles";

/** The best value with its parameters, the Pareto front, or what people preferred. */
export function BestCard({ study }: { readonly study: StudyOverview }): ReactNode {
  const [first] = study.best_trials;
  const hasValue = study.directions.length === 1 && !study.is_preferential;
  return (
    <Block aria-label={hasValue ? "Best value" : "Best trials"} data-empty={!first}>
      {!first && <NoBest study={study} />}
      {first && hasValue && <Best study={study} trial={first} />}
      {first && !hasValue && <BestTrials study={study} />}
    </Block>
  );
}

function Best({
  study,
  trial,
}: {
  readonly study: StudyOverview;
  readonly trial: TrialRow;
}): ReactNode {
  const value = trial.values?.[0];
  const direction = study.directions[0];
  const { formatValue } = useFormats();
  return (
    <>
      <Caption>
        Best {study.objective_names?.[0] ?? "value"}
        {direction && `, to ${directionText(direction)}`}
      </Caption>
      <BigNumber>
        {value !== undefined && (
          <CopyValue text={exactValue(value)}>{formatValue(value)}</CopyValue>
        )}
      </BigNumber>
      <Caption style={{ marginBottom: 16 }}>
        <TrialLink studyId={study.study_id} number={trial.number}>
          Trial {trial.number}
        </TrialLink>
        {study.n_best > 1 &&
          ` and ${plural(study.n_best - 1, "other", "others")} with the same value`}
      </Caption>
      <ParamGrid params={trial.params} />
    </>
  );
}

function BestTrials({ study }: { readonly study: StudyOverview }): ReactNode {
  return (
    <>
      <Caption>{study.is_preferential ? "Preferred" : "Pareto front"}</Caption>
      <BigNumber>
        {formatCount(study.n_best)}{" "}
        <small style={{ fontSize: "0.5em", fontWeight: 500 }}>
          {study.n_best === 1 ? "trial" : "trials"}
        </small>
      </BigNumber>
      {study.is_preferential && (
        <Caption>
          People preferred {study.n_best === 1 ? "it" : "them"} to others, and none to{" "}
          {study.n_best === 1 ? "it" : "them"}. There are no objective values.
        </Caption>
      )}
      <BestList study={study} />
    </>
  );
}
