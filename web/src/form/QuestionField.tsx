import { type ReactNode, useId } from "react";
import type { Form, FormField, TrialDetail } from "../api/types";
import { destinationText } from "../pages/study/formTexts";
import { isAsked, isOptional } from "./answers";
import { ChoiceField } from "./ChoiceField";
import { ProgramField } from "./ProgramField";
import { Question } from "./Question";
import { SliderField } from "./SliderField";
import { rangeOf } from "./slider";
import { TypedField } from "./TypedField";

export interface FieldProps {
  readonly id: string;
  readonly field: FormField;
  readonly draft: string;
  readonly problem: string | null;
  readonly onChange: (draft: string) => void;
}

interface Props extends Omit<FieldProps, "id"> {
  readonly form: Form;
  readonly trial: TrialDetail;
}

/** One question of the form, with the field for its answer. */
export function QuestionField({ form, trial, ...rest }: Props): ReactNode {
  const id = useId();
  const { field, problem } = rest;
  const range = field.type === "slider" ? rangeOf(field) : null;
  const isPerson = isAsked(form, field);
  const isOneField = isPerson && field.type !== "choice" && range === null;
  const props = { id, ...rest };
  return (
    <Question
      id={id}
      label={field.label}
      isOptional={isPerson && isOptional(form, field)}
      hint={destinationText(field)}
      problem={problem}
      isOneField={isOneField}
    >
      {!isPerson ? (
        <ProgramField field={field} trial={trial} />
      ) : field.type === "choice" ? (
        <ChoiceField {...props} />
      ) : range ? (
        <SliderField {...props} range={range} />
      ) : (
        <TypedField {...props} isNumber={field.type === "slider" || field.place !== null} />
      )}
    </Question>
  );
}
