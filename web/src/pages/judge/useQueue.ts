import { useState } from "react";
import { useSearchParams } from "react-router";
import { useTrialNumbers } from "../../api/hooks";
import type { Form, StudyOverview } from "../../api/types";
import { nextOf, waitingTrials } from "../../form/queue";
import { parseId } from "../study/studyId";

export interface Queue {
  /** Numbers of the trials that wait, ascending; undefined while it is not known. */
  readonly waiting: readonly number[] | undefined;
  /** The trial that is to be judged now. */
  readonly shown: number | undefined;
  /** The trial that was judged last. */
  readonly judged: number | null;
  readonly error: Error | null;
  show(number: number): void;
  /** The trial that is shown has been judged: the next one comes. */
  goOn(): void;
}

/** The trials that wait; which one is shown is in the address. */
export function useQueue(study: StudyOverview, form: Form): Queue {
  const [search, setSearch] = useSearchParams();
  const [judged, setJudged] = useState<number | null>(null);
  const choice = waitingTrials(form, study.user_attr_names);
  const { data, error } = useTrialNumbers(study.study_id, choice);
  // Until the list is read again, the last one is still in it.
  const waiting = data?.numbers.filter((number) => number !== judged);
  const shown = parseId(search.get(TRIAL) ?? undefined) ?? waiting?.[0];
  const show = (number: number | undefined) => {
    const next = new URLSearchParams(search);
    if (number === undefined) next.delete(TRIAL);
    else next.set(TRIAL, String(number));
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return {
    waiting,
    shown,
    judged,
    error,
    show,
    goOn: () => {
      if (shown === undefined || !waiting) return;
      setJudged(shown);
      show(nextOf(waiting, shown));
    },
  };
}

const TRIAL = "trial";
