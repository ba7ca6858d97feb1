import type { ReactNode } from "react";
import type { FormField, TrialDetail } from "../api/types";
import { useFormats } from "../format/useFormats";

interface Props {
  readonly field: FormField;
  readonly trial: Pick<TrialDetail, "user_attrs">;
}

/** What no person is asked: the program's answer, if there is one. */
export function ProgramField({ field, trial }: Props): ReactNode {
  const { formatJson } = useFormats();
  const { type, user_attr } = field;
  if (type !== "user_attr" || user_attr === null) {
    return <div style={{ fontSize: "0.875rem" }}>It is not asked here.</div>;
  }
  const answer = trial.user_attrs[user_attr];
  return (
    <div style={{ fontSize: "0.875rem", marginTop: 4 }}>
      {answer === undefined ? "not set yet" : formatJson(answer)}{" "}
      <span style={{ color: "var(--mui-palette-text-secondary)" }}>
        {answer === undefined ? "by" : "from"} the program, as user attribute “{user_attr}”
      </span>
    </div>
  );
}
