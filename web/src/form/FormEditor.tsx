import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import type { Form, TrialDetail } from "../api/types";
import { useWrite } from "../api/write";
import { firstDrafts, obstacle, writeOf } from "./answers";
import { keptDrafts } from "./keptDrafts";
import { problemsOf } from "./problems";
import { firstWrongInput } from "./Question";
import { QuestionField } from "./QuestionField";

interface Props {
  readonly form: Form;
  readonly trial: TrialDetail;
  /** The names of the objectives. */
  readonly labels: readonly string[];
  /** Whether the first question is to be answered at once. */
  readonly takesFocus?: boolean;
  readonly onEdit?: () => void;
  readonly onSent: () => void;
}

/** The form with which a person judges a trial. */
export function FormEditor(props: Props): ReactNode {
  const { form, trial, labels, takesFocus = false, onEdit, onSent } = props;
  const { trial_id, number } = trial;
  const [drafts, setDrafts] = useState(() => keptDrafts.get(trial_id) ?? firstDrafts(form, trial));
  /** How often wrong answers were to be sent; from the first time on it is said what is wrong. */
  const [refusals, setRefusals] = useState(0);
  const { mutate, reset, error, isPending, isSuccess } = useWrite(() => {
    keptDrafts.delete(trial_id);
    setRefusals(0);
    onSent();
  });
  const element = useRef<HTMLFormElement>(null);
  const id = useId();
  const problems = problemsOf(form, drafts, trial);
  const hindrance = obstacle(form, trial, labels);
  const isFinal = form.output_type === "objective";

  useEffect(() => {
    if (takesFocus) element.current?.querySelector("input")?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (refusals > 0 && element.current) firstWrongInput(element.current)?.focus();
  }, [refusals]);

  const change = (place: number, draft: string) => {
    const next = form.fields.map((_, index) => (index === place ? draft : (drafts[index] ?? "")));
    keptDrafts.set(trial_id, next);
    setDrafts(next);
    reset();
    onEdit?.();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || hindrance !== null) return;
    if (problems.some((problem) => problem !== null)) {
      setRefusals(refusals + 1);
      return;
    }
    mutate(writeOf(form, drafts, trial));
  };
  return (
    <Stack
      component="form"
      ref={element}
      noValidate
      aria-label={`Judge trial ${number}`}
      onSubmit={submit}
      spacing={2.5}
      sx={{ mt: 1 }}
    >
      {form.fields.map((field, place) => (
        <QuestionField
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place
          key={place}
          form={form}
          field={field}
          trial={trial}
          draft={drafts[place] ?? ""}
          problem={refusals > 0 ? (problems[place] ?? null) : null}
          onChange={(draft) => change(place, draft)}
        />
      ))}
      {error && <Alert severity="error">{error.message}</Alert>}
      <Stack direction="row" sx={{ alignItems: "center", flexWrap: "wrap", gap: 1.5 }}>
        <Button
          type="submit"
          variant="contained"
          size="small"
          disabled={hindrance !== null || isPending || (isFinal && isSuccess)}
          {...(hindrance === null && !isFinal ? {} : { "aria-describedby": id })}
        >
          {isPending ? "Sending…" : isFinal ? "Complete the trial" : "Save"}
        </Button>
        {(hindrance ?? isFinal) && (
          <Typography id={id} variant="caption" color="textSecondary" sx={{ flex: "1 1 200px" }}>
            {hindrance ?? "Its values cannot be changed then."}
          </Typography>
        )}
      </Stack>
    </Stack>
  );
}
