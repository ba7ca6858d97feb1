import type { ReactNode } from "react";
import { useMeta } from "../../api/hooks";
import type { StudyOverview } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { ArtifactList } from "../../artifacts/ArtifactList";
import { Section } from "./Section";

/** The files of the study itself; those of a trial are with the trial. */
export function ArtifactSection({ study }: { readonly study: StudyOverview }): ReactNode {
  const { artifacts, source, study_id } = study;
  const hasStore = useMeta().data?.artifact_is_available ?? false;
  const mayWrite = useMayWrite(source) && hasStore;
  if (artifacts.length === 0 && !mayWrite) return null;
  return (
    <Section title="Artifacts">
      <ArtifactList artifacts={artifacts} place={{ source, studyId: study_id }} isOpen />
    </Section>
  );
}
