import type { ReactNode } from "react";
import type { FormAnswer } from "../../api/types";
import { CopyValue } from "../../components/CopyValue";
import { exactJson } from "../../format/json";
import { useFormats } from "../../format/useFormats";
import { NameLine, Rows } from "./panelStyles";

/** What people said of the trial when the form of the study asked them. */
export function FormAnswers({ answers }: { readonly answers: readonly FormAnswer[] }): ReactNode {
  const { formatJson } = useFormats();
  return (
    <Rows>
      {answers.map(({ label, answer, choice }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
        <NameLine key={index}>
          <dt>{label || "(no text)"}</dt>
          <dd style={{ overflowWrap: "anywhere" }}>
            {answer === null ? (
              "not answered"
            ) : (
              <CopyValue text={exactJson(answer)}>
                {choice === null
                  ? formatJson(answer) || "(empty text)"
                  : `${choice} (${formatJson(answer)})`}
              </CopyValue>
            )}
          </dd>
        </NameLine>
      ))}
    </Rows>
  );
}
