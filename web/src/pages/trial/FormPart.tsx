import { type ReactNode, useRef, useState } from "react";
import type { StudyOverview, TrialDetail } from "../../api/types";
import { useMayWrite } from "../../api/write";
import { openStates } from "../../form/answers";
import { FormEditor } from "../../form/FormEditor";
import { FormAnswers } from "./FormAnswers";
import { Part } from "./Part";

interface Props {
  readonly trial: TrialDetail;
  readonly study: StudyOverview;
}

/** The form of the study, where the trial can be judged; else what people said of it. */
export function FormPart({ trial, study }: Props): ReactNode {
  const mayWrite = useMayWrite(study.source);
  const [said, setSaid] = useState("");
  const status = useRef<HTMLDivElement>(null);
  const { form, objective_labels } = study;
  const isOpen = form && mayWrite && openStates(form).includes(trial.state);
  if (!isOpen && trial.form.length === 0 && !said) return null;
  const onSent = () => {
    setSaid(form?.output_type === "objective" ? "The trial is complete." : "Saved.");
    // The button that had the focus may be gone.
    status.current?.focus();
  };
  return (
    <Part title="Form">
      {isOpen ? (
        <FormEditor
          form={form}
          trial={trial}
          labels={objective_labels}
          onEdit={() => setSaid("")}
          onSent={onSent}
        />
      ) : (
        <FormAnswers answers={trial.form} />
      )}
      <div
        ref={status}
        role="status"
        tabIndex={-1}
        style={{ marginTop: said ? 8 : 0, fontSize: "0.875rem", fontWeight: 550 }}
      >
        {said}
      </div>
    </Part>
  );
}
