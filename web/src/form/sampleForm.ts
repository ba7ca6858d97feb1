import type { Form, FormField } from "../api/types";

const FIELD: FormField = {
  type: "text",
  label: "",
  objective: null,
  place: null,
  user_attr: null,
  choices: [],
  low: null,
  high: null,
  step: null,
  optional: false,
};

const MOODS = [
  { label: "Good", value: 1 },
  { label: "Bad", value: -1 },
];

/** A form for tests: its answers become the four values of a trial. */
export const VALUES: Form = {
  output_type: "objective",
  fields: [
    { ...FIELD, type: "choice", label: "How is it?", objective: "Mood", place: 0, choices: MOODS },
    {
      ...FIELD,
      type: "slider",
      label: "How bright?",
      objective: "Light",
      place: 1,
      low: 0,
      high: 10,
      step: 0.5,
      choices: [{ label: "fine", value: 5 }],
    },
    { ...FIELD, label: "How long?", objective: "Seconds", place: 2, optional: true },
    { ...FIELD, type: "user_attr", label: "size", objective: "Size", place: 3, user_attr: "size" },
  ],
};

export const LABELS = ["Mood", "Light", "Seconds", "Size"];

/** A form for tests: its answers become user attributes. */
export const ATTRS: Form = {
  output_type: "user_attr",
  fields: [
    { ...FIELD, type: "choice", label: "How is it?", user_attr: "mood", choices: MOODS },
    { ...FIELD, type: "slider", label: "How sure?", user_attr: "sure", low: 0, high: 1 },
    { ...FIELD, label: "Its name?", user_attr: "name" },
    { ...FIELD, label: "Anything else?", user_attr: "remark", optional: true },
  ],
};
