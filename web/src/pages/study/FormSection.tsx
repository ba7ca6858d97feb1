import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import type { Form } from "../../api/types";
import { useFormats } from "../../format/useFormats";
import { answerText, destinationText } from "./formTexts";
import { Caption } from "./pageStyles";
import { Section } from "./Section";

const Questions = styled("dl")({
  margin: "8px 0 0",
  display: "grid",
  gap: 12,
  overflowWrap: "anywhere",
  "& dt": { fontWeight: 550 },
  "& dd": { margin: 0, fontSize: "0.875rem" },
});

/** What people are asked about each trial of the study. */
export function FormSection({ form }: { readonly form: Form | null }): ReactNode {
  const formats = useFormats();
  if (!form) return null;
  return (
    <Section title="Form">
      <Caption>What people are asked about each trial; the trial shows what they said.</Caption>
      <Questions>
        {form.fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
          <div key={index}>
            <dt>{field.label || "(no text)"}</dt>
            <dd>{answerText(field, formats)}</dd>
            <Caption as="dd">{destinationText(field)}</Caption>
          </div>
        ))}
      </Questions>
    </Section>
  );
}
