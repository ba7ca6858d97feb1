import type { ReactNode } from "react";
import type { Artifact } from "../../api/types";
import { ArtifactList } from "../../components/ArtifactList";
import { Section } from "./Section";

/** The files of the study itself; those of a trial are with the trial. */
export function ArtifactSection({
  artifacts,
}: {
  readonly artifacts: readonly Artifact[];
}): ReactNode {
  if (artifacts.length === 0) return null;
  return (
    <Section title="Artifacts">
      <ArtifactList artifacts={artifacts} />
    </Section>
  );
}
