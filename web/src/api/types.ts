// Made by scripts/generate_types.py from optuna_dashboard/api. Do not edit.

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type NonFinite = "inf" | "-inf" | "nan";

export type StateName = "Running" | "Complete" | "Pruned" | "Fail" | "Waiting" | "Unknown";

export type DirectionName = "minimize" | "maximize" | "not_set";

export type ClockName = "utc" | "as-written";

export interface FloatDistribution {
  type: "FloatDistribution";
  low: number | NonFinite;
  high: number | NonFinite;
  step: number | NonFinite | null;
  log: boolean;
}

export interface IntDistribution {
  type: "IntDistribution";
  low: number;
  high: number;
  step: number;
  log: boolean;
}

export interface CategoricalDistribution {
  type: "CategoricalDistribution";
  choices: Json[];
}

export type Distribution = FloatDistribution | IntDistribution | CategoricalDistribution;

export interface DetailCategoricalDistribution {
  type: "CategoricalDistribution";
  choices: DetailChoice[];
}

export interface DetailChoice {
  pytype: string;
  value: string;
}

export type DetailDistribution =
  | FloatDistribution
  | IntDistribution
  | DetailCategoricalDistribution;

export interface SelectOption {
  type: "select";
  name: string;
  label: string;
  choices: Choice[];
  default: string;
}

export interface Choice {
  value: string;
  label: string;
}

export interface ToggleOption {
  type: "toggle";
  name: string;
  label: string;
  default: boolean;
}

export interface SliderOption {
  type: "slider";
  name: string;
  label: string;
  min: number;
  max: number;
  step: number;
  default: number;
}

export interface MultiSelectOption {
  type: "multiselect";
  name: string;
  label: string;
  choices: Choice[];
  /** choices with commas between; , and % in one are %2C and %25 */
  default: string;
  /** how many can be chosen at once */
  most: number;
}

export interface NumberOption {
  type: "number";
  name: string;
  label: string;
  min: number | null;
  whole: boolean;
  /** a number as text, empty where the figure chooses */
  default: string;
}

export type Option = SelectOption | ToggleOption | SliderOption | MultiSelectOption | NumberOption;

/** The body of every answer with a status of 400 or more. */
export interface ErrorAnswer {
  reason: string;
  /** with 503: what must be installed to have the answer */
  packages?: string[];
  /** with 400 for a filter: where in it the error begins, in UTF-16 units */
  start?: number;
  /** with 400 for a filter: where it ends, exclusive */
  end?: number;
  /** with 409 for a note: the one that is there */
  note?: Note;
  /** with 400: studies that cannot be compared with the others */
  study_ids?: number[];
}

/** Markdown. ``version`` is 0 when no note was ever written. */
export interface Note {
  version: number;
  body: string;
}

export interface Meta {
  artifact_is_available: boolean;
  llm_is_available: boolean;
  plotlypy_is_available: boolean;
  allow_unsafe: boolean;
  /** every write is refused */
  is_read_only: boolean;
  /** people log in with a token; /logout asks whether to log out */
  has_login: boolean;
  version: string;
  /** studies that can be compared, or drawn, at once */
  most_compared: number;
  sources: SourceInfo[];
  jupyterlab_extension_context?: JupyterContext;
}

/** An open file or database. */
export interface SourceInfo {
  index: number;
  label: string;
  /** database: MySQL, MariaDB or PostgreSQL; optuna: any other, read through Optuna */
  kind: "sqlite" | "journal" | "database" | "optuna";
  /** sentences for the user */
  warnings: string[];
  n_studies: number;
  /** why nothing can be written to it, as far as is known */
  why_read_only: string | null;
  /** Optuna refuses it as it is, or sees multi-objective studies as single-objective ones */
  needs_migration: boolean;
  /** null where that cannot be done, or need not be */
  upgrade: SchemaUpgrade | null;
}

/** What it means to bring the schema of a file up to date in its place. */
export interface SchemaUpgrade {
  /** by which name a copy of the file as it is now is kept beside it */
  backup: string;
  /** the oldest release that can use the file afterwards */
  oldest_optuna: string;
}

export interface JupyterContext {
  base_url: string;
}

export interface StudyList {
  study_summaries: StudySummary[];
}

/** One study of the list. */
export interface StudySummary {
  study_id: number;
  study_name: string;
  directions: DirectionName[];
  is_preferential: boolean;
  /** index of the source that holds it */
  source: number;
  source_label: string;
  objective_names: string[] | null;
  n_trials: number;
  /** states without a trial are left out */
  state_counts: Partial<Record<StateName, number>>;
  /** single objective: of the best feasible trial */
  best_value: number | NonFinite | null;
  best_number: number | null;
  /** several objectives: trials on the Pareto front */
  pareto_size: number | null;
  /** preferential: trials that were preferred to others, and none to them */
  n_preferred: number | null;
  /** latest start or completion */
  last_activity: string | null;
  clock: ClockName;
  is_legacy_multi_objective: boolean;
  /** name of the legacy study that this one only helps */
  helper_of: string | null;
  user_attrs: Attr[];
}

/** A user attribute as text, cut to 1024 characters unless it is a string or number. */
export interface Attr {
  key: string;
  value: string;
}

export interface CreatedStudy {
  study_summary: StudySummary;
}

/** A file with the schema of today. */
export interface UpgradedSource {
  /** where a copy of the file as it was is kept */
  backup: string;
}

export interface UploadedArtifact {
  artifact_id: string;
  /** all of the study, or of the trial */
  artifacts: Artifact[];
}

export interface Artifact {
  artifact_id: string;
  filename: string;
  mimetype: string;
  encoding: string | null;
}

/** What the first page of a study shows, apart from figures. */
export interface StudyOverview {
  study_id: number;
  study_name: string;
  directions: DirectionName[];
  is_preferential: boolean;
  /** index of the source that holds it */
  source: number;
  source_label: string;
  objective_names: string[] | null;
  n_trials: number;
  /** states without a trial are left out */
  state_counts: Partial<Record<StateName, number>>;
  /** single objective: of the best feasible trial */
  best_value: number | NonFinite | null;
  best_number: number | null;
  /** several objectives: trials on the Pareto front */
  pareto_size: number | null;
  /** preferential: trials that were preferred to others, and none to them */
  n_preferred: number | null;
  /** latest start or completion */
  last_activity: string | null;
  clock: ClockName;
  is_legacy_multi_objective: boolean;
  /** name of the legacy study that this one only helps */
  helper_of: string | null;
  /** as Optuna knows the study; study_id is one of all open storages */
  stored_id: number;
  user_attrs: Record<string, Json>;
  /** axis titles, one for each objective; preferential: none, nothing is measured */
  objective_labels: string[];
  /** for their ranges ask for /params, which reads them all */
  param_names: string[];
  /** user attributes of trials */
  user_attr_names: string[];
  constraint_names: string[];
  /** complete trials that violate no constraint */
  n_feasible: number;
  has_constraints: boolean;
  has_intermediate_values: boolean;
  /** at most 100 */
  best_trials: TrialRow[];
  n_best: number;
  duration: DurationSummary | null;
  first_start: string | null;
  last_complete: string | null;
  /** finished trials from the first start to the last completion */
  trials_per_hour: number | null;
  note: Note;
  artifacts: Artifact[];
  form: Form | null;
}

/** One trial as the table shows it. */
export interface TrialRow {
  number: number;
  state: StateName;
  values: (number | NonFinite)[] | null;
  params: Record<string, Json>;
  user_attrs: Record<string, Json>;
  start: string | null;
  complete: string | null;
  /** seconds */
  duration: number | null;
  /** by name; satisfied when at most 0 */
  constraints: Record<string, number | NonFinite>;
  feasible: boolean;
}

/** Seconds, over finished trials that have both times. */
export interface DurationSummary {
  total: number;
  median: number;
}

/** What people are asked about each trial. */
export interface Form {
  output_type: "objective" | "user_attr";
  fields: FormField[];
}

/** One question about a trial; one of the type ``user_attr`` is answered by a program. */
export interface FormField {
  type: "choice" | "slider" | "text" | "user_attr";
  label: string;
  /** the objective whose value the answer becomes */
  objective: string | null;
  /** the place of this objective among the values of a trial */
  place: number | null;
  /** the user attribute that holds the answer */
  user_attr: string | null;
  /** of a choice, or what some values of a slider mean */
  choices: FormChoice[];
  low: number | NonFinite | null;
  high: number | NonFinite | null;
  step: number | NonFinite | null;
  optional: boolean;
}

export interface FormChoice {
  label: string;
  value: Json;
}

export interface ParamList {
  params: ParamSummary[];
}

export interface ParamSummary {
  name: string;
  /** trials that have this parameter */
  n_trials: number;
  /** several when the range changed */
  distributions: Distribution[];
}

/** A page of the trial table. */
export interface TrialPage {
  /** trials that pass the filter */
  total: number;
  /** place of the first trial of this page */
  offset: number;
  trials: TrialRow[];
  /** place of the trial asked for with number=, null if the filter hides it */
  position?: number | null;
}

/** One trial in full. */
export interface TrialDetail {
  trial_id: number;
  number: number;
  state: StateName;
  values: (number | NonFinite)[] | null;
  params: ParamValue[];
  fixed_params: Record<string, Json>;
  user_attrs: Record<string, Json>;
  /** without those that have a place of their own */
  system_attrs: Record<string, Json>;
  start: string | null;
  complete: string | null;
  /** seconds */
  duration: number | null;
  clock: ClockName;
  intermediate_values: IntermediateValue[];
  /** studies of the multi_objective API report one vector a step */
  intermediate_vectors: IntermediateVector[];
  constraints: Constraint[];
  feasible: boolean;
  /** the best trial, or one of the Pareto front */
  is_best: boolean;
  /** number of the trial before this one */
  previous: number | null;
  /** number of the trial after this one */
  next: number | null;
  note: Note;
  artifacts: Artifact[];
  /** what people said of it; empty if they said nothing */
  form: FormAnswer[];
}

export interface ParamValue {
  name: string;
  value: Json;
  distribution: Distribution;
}

export interface IntermediateValue {
  step: number;
  value: number | NonFinite;
}

export interface IntermediateVector {
  step: number;
  values: (number | NonFinite | null)[];
}

/** Satisfied when ``value`` is at most 0. */
export interface Constraint {
  name: string;
  value: number | NonFinite;
}

export interface FormAnswer {
  label: string;
  /** null if there is none yet */
  answer: Json;
  /** what the answer means, if it is one of the choices */
  choice: string | null;
}

/** The trials that a filter is true for. */
export interface Selection {
  filter: string;
  /** trials that there are */
  total: number;
  matched: number;
  /** of these; states without a trial are left out */
  state_counts: Partial<Record<StateName, number>>;
  /** of the trials, ascending */
  numbers: TypedArray;
}

/** Numbers as base64 of their little-endian bytes. */
export interface TypedArray {
  dtype: "f8" | "i4";
  bdata: string;
}

export interface FilterNames {
  names: FilterName[];
}

/** Something that a filter can compare. */
export interface FilterName {
  /** as the trial table sorts by it, or best */
  column: string;
  /** as it is written in a filter */
  name: string;
  label: string;
  kind: "number" | "text" | "bool" | "time" | "state" | "mixed";
  /** every value that it can have, as it is written in a filter */
  choices?: string[];
  /** other names that mean the same */
  also?: string[];
}

/** Which trials are listed, in order. */
export interface TrialNumbers {
  /** trials that pass the filter */
  total: number;
  /** place of the first of these trials */
  offset: number;
  numbers: number[];
}

export interface TrialArtifactPage {
  /** trials that have files, of those that the request lists */
  total: number;
  offset: number;
  trials: TrialArtifacts[];
}

/** One trial that has files. */
export interface TrialArtifacts {
  trial_id: number;
  number: number;
  state: StateName;
  values: (number | NonFinite)[] | null;
  /** the best trial, or one of the Pareto front */
  is_best: boolean;
  artifacts: Artifact[];
}

/** Trials to be read by other programs. */
export interface StudyExport {
  study_name: string;
  directions: DirectionName[];
  objective_names: string[] | null;
  user_attrs: Record<string, Json>;
  clock: ClockName;
  trials: ExportedTrial[];
}

/** One trial of an exported file. */
export interface ExportedTrial {
  number: number;
  state: StateName;
  values: (number | NonFinite)[] | null;
  params: Record<string, Json>;
  user_attrs: Record<string, Json>;
  start: string | null;
  complete: string | null;
  /** seconds */
  duration: number | null;
  /** by name; satisfied when at most 0 */
  constraints: Record<string, number | NonFinite>;
  feasible: boolean;
  intermediate_values: IntermediateValue[];
  /** studies of the multi_objective API report one vector a step */
  intermediate_vectors: IntermediateVector[];
}

/** One list for each objective, the most important parameter first; empty as long as fewer than two trials are complete. */
export interface ImportanceList {
  param_importances: ParamImportance[][];
}

export interface ParamImportance {
  name: string;
  /** of all parameters together it is 1 */
  importance: number;
  distribution: "FloatDistribution" | "IntDistribution" | "CategoricalDistribution";
}

export interface FigureList {
  figures: FigureInfo[];
}

/** A figure that can be drawn of a study. */
export interface FigureInfo {
  name: string;
  title: string;
  description: string;
  options: Option[];
  /** whether its numbers can be had as CSV */
  has_table: boolean;
}

export interface FigureAnswer {
  name: string;
  title: string;
  description: string;
  options: Option[];
  /** whether its numbers can be had as CSV */
  has_table: boolean;
  figure: PlotlyFigure;
  /** the value of every option */
  applied: Record<string, string | boolean | number>;
  /** trials that the figure shows; null if it is not one of trials */
  shown: number | null;
  /** trials that there are */
  total: number;
  /** sentences on what is left out, and why */
  notes: string[];
}

/** Plotly JSON; arrays of numbers may be ``{"dtype", "bdata"}``. */
export interface PlotlyFigure {
  data: Record<string, Json>[];
  layout: Record<string, Json>;
}

/** Ask for a figure with the first study in its path and the others as ``study``. */
export interface Comparison {
  /** in the order of the ids */
  studies: ComparedStudy[];
  figures: ComparedFigure[];
}

/** One of the studies that are compared. */
export interface ComparedStudy {
  study_id: number;
  study_name: string;
  directions: DirectionName[];
  is_preferential: boolean;
  /** index of the source that holds it */
  source: number;
  source_label: string;
  objective_names: string[] | null;
  n_trials: number;
  /** states without a trial are left out */
  state_counts: Partial<Record<StateName, number>>;
  /** single objective: of the best feasible trial */
  best_value: number | NonFinite | null;
  best_number: number | null;
  /** several objectives: trials on the Pareto front */
  pareto_size: number | null;
  /** preferential: trials that were preferred to others, and none to them */
  n_preferred: number | null;
  /** latest start or completion */
  last_activity: string | null;
  clock: ClockName;
  is_legacy_multi_objective: boolean;
  /** name of the legacy study that this one only helps */
  helper_of: string | null;
  /** its name in figures, unlike that of any other of these studies */
  label: string;
  /** how its lines are dashed in figures */
  dash: "solid" | "dash" | "dot";
  /** of its points in figures */
  shape: "circle" | "square" | "diamond";
  duration: DurationSummary | null;
  /** single objective: none of the others has a better best value */
  leads: boolean;
}

/** A figure of several studies; the same one may be there with different options given. */
export interface ComparedFigure {
  name: string;
  title: string;
  description: string;
  options: Option[];
  /** whether its numbers can be had as CSV */
  has_table: boolean;
  /** tells it from the others */
  key: string;
  /** values of options that make it this one */
  given: Record<string, string>;
}

export interface ComparedParams {
  params: ComparedParam[];
}

/** A parameter of any of the studies. */
export interface ComparedParam {
  name: string;
  /** whether the studies do not all search the same range */
  differs: boolean;
  /** in the order of the ids, null where there is no such parameter */
  studies: (ComparedRange | null)[];
}

/** A parameter of one study. */
export interface ComparedRange {
  study_id: number;
  /** trials that have this parameter */
  n_trials: number;
  /** several when the range changed */
  distributions: Distribution[];
  /** of all distributions of numbers */
  range: NumberRange | null;
  /** numbers that trials have */
  searched: NumberRange | null;
  /** numbers of the best trial, or of the Pareto front */
  best: NumberRange | null;
  /** every choice, also those that no trial has */
  choices: ChoiceCount[];
}

/** Numbers from ``low`` to ``high``, which lie from ``start`` to ``end`` on an axis from 0 to 1 that all studies share. */
export interface NumberRange {
  low: number | NonFinite;
  high: number | NonFinite;
  start: number;
  end: number;
}

export interface ChoiceCount {
  choice: Json;
  /** trials that have it */
  n_trials: number;
  /** those among the best trials */
  n_best: number;
}

/** A study with all its trials. Large; pages ask for less. */
export interface StudyDetail {
  name: string;
  directions: DirectionName[];
  user_attrs: Attr[];
  artifacts: Artifact[];
  intersection_search_space: SpaceItem[];
  union_search_space: SpaceItem[];
  union_user_attrs: UnionUserAttr[];
  has_intermediate_values: boolean;
  note: Note;
  is_preferential: boolean;
  feedback_component_type: FeedbackComponent;
  plotly_graph_objects: UserPlot[];
  objective_names?: string[];
  form_widgets?: FormWidgets;
  preference_history?: PreferenceHistoryItem[];
  /** [better, worse] trial numbers */
  preferences?: number[][];
  skipped_trial_numbers?: number[];
  trials: DetailTrial[];
  best_trials: DetailTrial[];
}

export interface SpaceItem {
  name: string;
  distribution: DetailDistribution;
}

export interface UnionUserAttr {
  key: string;
  /** every value is a number */
  sortable: boolean;
}

export interface FeedbackComponent {
  output_type: "note" | "artifact";
  artifact_key?: string;
}

export interface UserPlot {
  id: string;
  /** Plotly JSON as text */
  graph_object: string;
}

export interface FormWidgets {
  output_type: "objective" | "user_attr";
  widgets: Record<string, Json>[];
}

export interface PreferenceHistoryItem {
  history: PreferenceHistory;
  is_removed: boolean;
}

export interface PreferenceHistory {
  mode: "ChooseWorst";
  id: string;
  timestamp: string;
  candidates: number[];
  clicked: number;
  preferences: number[][];
}

export interface DetailTrial {
  trial_id: number;
  study_id: number;
  number: number;
  state: StateName;
  params: DetailParam[];
  fixed_params: FixedParam[];
  user_attrs: Attr[];
  note: Note;
  artifacts: Artifact[];
  constraints: (number | NonFinite)[];
  intermediate_values: IntermediateValue[];
  values?: (number | NonFinite)[];
  datetime_start?: string;
  datetime_complete?: string;
}

export interface DetailParam {
  name: string;
  param_internal_value: number | NonFinite;
  param_external_value: string;
  /** misspelt since ever; clients read this key */
  param_external_pytyp: string;
  param_external_type: string;
  distribution: DetailDistribution;
}

export interface FixedParam {
  name: string;
  param_external_value: string;
}

/** What people said about the trials of a preferential study. */
export interface Preferences {
  preference_history: PreferenceHistoryItem[];
  /** [better, worse] trial numbers */
  preferences: number[][];
  skipped_trial_numbers: number[];
  feedback_component_type: FeedbackComponent;
}

/** A trial that waits for a program to run it. */
export interface NewTrial {
  trial_id: number;
  number: number;
}

export interface PreferenceRequest {
  mode: "ChooseWorst";
  /** numbers of the trials that are compared */
  candidates: number[];
  /** number of the worst of them */
  clicked: number;
}

export interface FeedbackComponentRequest {
  output_type: "note" | "artifact";
  /** user attribute that holds the id of the artifact */
  artifact_key?: string;
}

export interface EnqueueRequest {
  params: Record<string, Json>;
  user_attrs?: Record<string, Json>;
  /** take parameters too that no trial has had */
  allow_unknown?: boolean;
}

export interface ArtifactRequest {
  /** a data URI in base64 */
  file: string;
  filename?: string;
}

export interface StudyRequest {
  study_name: string;
  /** minimize or maximize, in any case, for each objective */
  directions: string[];
  /** index of the storage that is to hold it; the first if left out */
  source?: number;
}

export interface RenameRequest {
  study_name: string;
}

export interface DeletionRequest {
  /** also its files; true if left out */
  remove_associated_artifacts?: boolean;
}

export interface NoteRequest {
  /** one more than that of the note that is there */
  version: number;
  /** Markdown */
  body: string;
}

export interface UserAttrsRequest {
  user_attrs: Record<string, Json>;
}

export interface TellRequest {
  /** in any case */
  state: "Complete" | "Fail";
  /** with Complete: a number for each objective, also as text; "inf" */
  values?: (number | string)[];
}
