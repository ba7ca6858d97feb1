import type { ReactNode } from "react";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { AttrTable } from "../../components/AttrTable";
import { ArtifactPart } from "./ArtifactPart";
import { ConstraintPart } from "./ConstraintPart";
import { FormPart } from "./FormPart";
import { IntermediatePart } from "./IntermediatePart";
import { NotePart } from "./NotePart";
import { ParamPart } from "./ParamPart";
import { Part } from "./Part";
import { Container, Parts } from "./panelStyles";
import { TimePart } from "./TimePart";
import { ValuePart } from "./ValuePart";

interface Props {
  readonly trial: TrialDetail;
  readonly study: StudyOverview;
}

/** All that is known of a trial. */
export function TrialParts({ trial, study }: Props): ReactNode {
  const { user_attrs, system_attrs } = trial;
  return (
    <Container>
      <div style={{ marginBottom: 24 }}>
        <ValuePart trial={trial} study={study} />
      </div>
      <Parts>
        <div style={{ display: "grid", gap: 24, alignContent: "start" }}>
          <ParamPart trial={trial} />
          <NotePart trial={trial} study={study} />
        </div>
        <div style={{ display: "grid", gap: 24, alignContent: "start" }}>
          <ConstraintPart constraints={trial.constraints} />
          <IntermediatePart trial={trial} labels={study.objective_labels} />
          <FormPart key={trial.trial_id} trial={trial} study={study} />
          <TimePart trial={trial} />
          <ArtifactPart trial={trial} study={study} />
          {Object.keys(user_attrs).length > 0 && (
            <Part title="User attributes">
              <AttrTable attrs={user_attrs} />
            </Part>
          )}
          {Object.keys(system_attrs).length > 0 && (
            <details>
              <summary style={{ cursor: "pointer", fontSize: "0.875rem" }}>
                System attributes
              </summary>
              <AttrTable attrs={system_attrs} />
            </details>
          )}
        </div>
      </Parts>
    </Container>
  );
}
