import { styled } from "@mui/material/styles";
import type { ElementType, ReactNode } from "react";

const Frame = styled("div")<{ as?: ElementType }>({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  overflowWrap: "anywhere",
});
const Label = styled("label")<{ as?: ElementType }>({
  display: "block",
  padding: 0,
  fontSize: "0.875rem",
  fontWeight: 550,
});
const Hint = styled("div")({
  fontSize: "0.8125rem",
  fontWeight: 400,
  color: "var(--mui-palette-text-secondary)",
});
const Problem = styled("div")({
  marginTop: 4,
  fontSize: "0.8125rem",
  color: "var(--mui-palette-error-main)",
});

interface Props {
  /** The ids of what belongs to the question begin with it. */
  readonly id: string;
  readonly label: string;
  readonly isOptional: boolean;
  /** What becomes of the answer. */
  readonly hint: string;
  readonly problem: string | null;
  /** Whether it is answered with one field of the id `inputOf(id)`, or with several. */
  readonly isOneField?: boolean;
  readonly children: ReactNode;
}

/** A question, what its answer is for, the way to answer it, and what is wrong with the answer. */
export function Question(props: Props): ReactNode {
  const { id, label, isOptional, hint, problem, isOneField = false, children } = props;
  return (
    <Frame
      {...(isOneField ? {} : { as: "fieldset", "aria-describedby": describedBy(id, problem) })}
      {...(problem !== null ? { [INVALID]: true } : {})}
    >
      <Label
        id={labelOf(id)}
        {...(isOneField ? { htmlFor: inputOf(id) } : { as: "legend" as const })}
      >
        {label || "(no text)"}
        {isOptional && <Hint as="span"> (optional)</Hint>}
      </Label>
      <Hint id={hintOf(id)}>{hint}</Hint>
      {children}
      {problem !== null && <Problem id={problemIn(id)}>{problem}</Problem>}
    </Frame>
  );
}

const INVALID = "data-invalid";

export function inputOf(id: string): string {
  return `${id}-input`;
}

export function labelOf(id: string): string {
  return `${id}-label`;
}

/** What is read with the field: what the answer is for, and what is wrong with it. */
export function describedBy(id: string, problem: string | null): string {
  return problem === null ? hintOf(id) : `${problemIn(id)} ${hintOf(id)}`;
}

/** Where the first wrong answer is put right. */
export function firstWrongInput(form: HTMLElement): HTMLElement | null {
  return form.querySelector(`[${INVALID}] input`);
}

function hintOf(id: string): string {
  return `${id}-hint`;
}

function problemIn(id: string): string {
  return `${id}-problem`;
}
