import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { useMeta } from "../../api/hooks";
import type { Artifact, StudyOverview, TrialArtifacts } from "../../api/types";
import { ArtifactTile } from "../../artifacts/ArtifactTile";
import { kindOf } from "../../artifacts/view/kinds";
import { StateChip } from "../../components/StateChip";
import { TrialLink } from "../../components/TrialLink";
import { useFormats } from "../../format/useFormats";

const Grid = styled("ul")(({ theme }) => ({
  listStyle: "none",
  margin: 0,
  padding: 0,
  display: "grid",
  gap: theme.spacing(2),
  gridTemplateColumns: "repeat(auto-fill, minmax(min(208px, 100%), 1fr))",
}));

const Card = styled("li")(({ theme }) => ({
  minWidth: 0,
  padding: theme.spacing(1.5),
  fontSize: "0.875rem",
  overflowWrap: "anywhere",
  border: "1px solid var(--mui-palette-divider)",
  borderRadius: 6,
  background: "var(--mui-palette-background-paper)",
  "&[data-best=true]": { borderColor: "var(--mui-palette-state-best)" },
}));

const Head = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "2px 8px",
  marginBottom: 4,
  fontVariantNumeric: "tabular-nums",
  "& b": { fontWeight: 650 },
});

interface Props {
  readonly study: StudyOverview;
  readonly trials: readonly TrialArtifacts[];
}

/** One card for each trial, with its pictures above all other files. */
export function TrialCards({ study, trials }: Props): ReactNode {
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  return (
    <Grid aria-label="Trials with artifacts">
      {trials.map((trial) => (
        <Card key={trial.number} data-best={trial.is_best}>
          <CardHead study={study} trial={trial} />
          {picturesFirst(trial.artifacts).map((artifact) => (
            <div key={artifact.artifact_id}>
              <ArtifactTile
                artifact={artifact}
                place={{
                  source: study.source,
                  studyId: study.study_id,
                  trialId: trial.trial_id,
                }}
                hasStore={hasStore}
                owner={`of trial ${trial.number}`}
              />
            </div>
          ))}
        </Card>
      ))}
    </Grid>
  );
}

function CardHead({ study, trial }: Pick<Props, "study"> & { readonly trial: TrialArtifacts }) {
  const { formatValue } = useFormats();
  // What people compare has no values that mean something.
  const values = study.is_preferential ? [] : (trial.values ?? []);
  return (
    <Head>
      <b>
        <TrialLink studyId={study.study_id} number={trial.number}>
          Trial {trial.number}
        </TrialLink>
        {trial.is_best && " ★"}
      </b>
      {values.length > 0 && (
        <span title={study.objective_labels.join(", ")}>
          {values.map((value) => formatValue(value)).join(", ")}
        </span>
      )}
      {/* Optuna gives a pruned trial a value, too: the last that it reported. */}
      {(values.length === 0 || trial.state !== "Complete") && <StateChip state={trial.state} />}
    </Head>
  );
}

function picturesFirst(artifacts: readonly Artifact[]): Artifact[] {
  const isPicture = (artifact: Artifact) => kindOf(artifact) === "picture";
  return [...artifacts.filter(isPicture), ...artifacts.filter((artifact) => !isPicture(artifact))];
}
