import type { ReactNode } from "react";
import { useMeta } from "../../api/hooks";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { ArtifactList } from "../../artifacts/ArtifactList";
import { Part } from "./Part";

interface Props {
  readonly trial: TrialDetail;
  readonly study: StudyOverview;
}

/** The files of the trial. */
export function ArtifactPart({ trial, study }: Props): ReactNode {
  const { artifacts, state, trial_id } = trial;
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  const isOpen = state === "Running" || state === "Waiting";
  const mayAdd = useMayWrite(study.source) && hasStore && isOpen;
  if (artifacts.length === 0 && !mayAdd) return null;
  const place = { source: study.source, studyId: study.study_id, trialId: trial_id };
  return (
    <Part title="Artifacts">
      <ArtifactList artifacts={artifacts} place={place} isOpen={isOpen} />
    </Part>
  );
}
