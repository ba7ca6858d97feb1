"""The shape of every answer, written once; those of the one large answer that existing
clients know are in ``detail_schema``.

The OpenAPI document and the TypeScript types of the page are made from these classes.
``Annotated`` texts become descriptions there. Optional keys stand in a subclass with
``total=False``, because Python 3.10 has no ``NotRequired``.
"""

from typing import Annotated, Literal, TypeAlias, TypedDict

from optuna_dashboard.figures.encode import TypedArray

# Any JSON value. ``object``, not a recursive union, so that an answer may hold whatever an
# attribute holds.
Json: TypeAlias = object

# JSON has no such numbers; they are written as these strings.
NonFinite: TypeAlias = Literal["inf", "-inf", "nan"]
Value: TypeAlias = float | NonFinite

StateName: TypeAlias = Literal["Running", "Complete", "Pruned", "Fail", "Waiting", "Unknown"]
DirectionName: TypeAlias = Literal["minimize", "maximize", "not_set"]
ClockName: TypeAlias = Literal["utc", "as-written"]

# ISO 8601. Ends in "Z" when the clock is UTC; without an offset it is the unknown local
# time of the program that wrote it.
Time: TypeAlias = Annotated[str, 'ISO 8601; with "Z" if UTC, without if local to the writer']


class Note(TypedDict):
    """Markdown. ``version`` is 0 when no note was ever written."""

    version: int
    body: str


class _Refusal(TypedDict):
    reason: str


class ErrorAnswer(_Refusal, total=False):
    """The body of every answer with a status of 400 or more."""

    packages: Annotated[list[str], "with 503: what must be installed to have the answer"]
    start: Annotated[int, "with 400 for a filter: where in it the error begins, in UTF-16 units"]
    end: Annotated[int, "with 400 for a filter: where it ends, exclusive"]
    note: Annotated[Note, "with 409 for a note: the one that is there"]
    study_ids: Annotated[list[int], "with 400: studies that cannot be compared with the others"]


# Values shared by several answers


class FloatDistribution(TypedDict):
    type: Literal["FloatDistribution"]
    low: Value
    high: Value
    step: Value | None
    log: bool


class IntDistribution(TypedDict):
    type: Literal["IntDistribution"]
    low: int
    high: int
    step: int
    log: bool


class CategoricalDistribution(TypedDict):
    type: Literal["CategoricalDistribution"]
    choices: list[Json]


Distribution: TypeAlias = FloatDistribution | IntDistribution | CategoricalDistribution


class Attr(TypedDict):
    """A user attribute as text, cut to 1024 characters unless it is a string or number."""

    key: str
    value: str


class Artifact(TypedDict):
    artifact_id: str
    filename: str
    mimetype: str
    encoding: str | None


class UploadedArtifact(TypedDict):
    artifact_id: str
    artifacts: Annotated[list[Artifact], "all of the study, or of the trial"]


class FormChoice(TypedDict):
    label: str
    value: Json


class FormField(TypedDict):
    """One question about a trial; one of the type ``user_attr`` is answered by a program."""

    type: Literal["choice", "slider", "text", "user_attr"]
    label: str
    objective: Annotated[str | None, "the objective whose value the answer becomes"]
    place: Annotated[int | None, "the place of this objective among the values of a trial"]
    user_attr: Annotated[str | None, "the user attribute that holds the answer"]
    choices: Annotated[list[FormChoice], "of a choice, or what some values of a slider mean"]
    low: Value | None
    high: Value | None
    step: Value | None
    optional: bool


class Form(TypedDict):
    """What people are asked about each trial."""

    output_type: Literal["objective", "user_attr"]
    fields: list[FormField]


class FormAnswer(TypedDict):
    label: str
    answer: Annotated[Json, "null if there is none yet"]
    choice: Annotated[str | None, "what the answer means, if it is one of the choices"]


# GET /api/meta


class SchemaUpgrade(TypedDict):
    """What it means to bring the schema of a file up to date in its place."""

    backup: Annotated[str, "by which name a copy of the file as it is now is kept beside it"]
    oldest_optuna: Annotated[str, "the oldest release that can use the file afterwards"]


class SourceInfo(TypedDict):
    """An open file or database."""

    index: int
    label: str
    kind: Annotated[
        Literal["sqlite", "journal", "database", "optuna"],
        "database: MySQL, MariaDB or PostgreSQL; optuna: any other, read through Optuna",
    ]
    warnings: Annotated[list[str], "sentences for the user"]
    n_studies: int
    why_read_only: Annotated[str | None, "why nothing can be written to it, as far as is known"]
    needs_migration: Annotated[
        bool,
        "Optuna refuses it as it is, or sees multi-objective studies as single-objective ones",
    ]
    upgrade: Annotated[SchemaUpgrade | None, "null where that cannot be done, or need not be"]


class _Meta(TypedDict):
    artifact_is_available: bool
    llm_is_available: bool
    plotlypy_is_available: bool
    allow_unsafe: bool
    is_read_only: Annotated[bool, "every write is refused"]
    has_login: Annotated[bool, "people log in with a token; /logout asks whether to log out"]
    version: str
    most_compared: Annotated[int, "studies that can be compared, or drawn, at once"]
    sources: list[SourceInfo]


class JupyterContext(TypedDict):
    base_url: str


class Meta(_Meta, total=False):
    jupyterlab_extension_context: JupyterContext


# POST /api/sources/<index>/upgrade


class UpgradedSource(TypedDict):
    """A file with the schema of today."""

    backup: Annotated[str, "where a copy of the file as it was is kept"]


# GET /api/studies


class StudyFacts(TypedDict):
    """What is known of a study without reading its trials one by one."""

    study_id: int
    study_name: str
    directions: list[DirectionName]
    is_preferential: bool
    source: Annotated[int, "index of the source that holds it"]
    source_label: str
    objective_names: list[str] | None
    n_trials: int
    state_counts: Annotated[dict[StateName, int], "states without a trial are left out"]
    best_value: Annotated[Value | None, "single objective: of the best feasible trial"]
    best_number: int | None
    pareto_size: Annotated[int | None, "several objectives: trials on the Pareto front"]
    n_preferred: Annotated[
        int | None, "preferential: trials that were preferred to others, and none to them"
    ]
    last_activity: Annotated[Time | None, "latest start or completion"]
    clock: ClockName
    is_legacy_multi_objective: bool
    helper_of: Annotated[str | None, "name of the legacy study that this one only helps"]


class StudySummary(StudyFacts):
    """One study of the list."""

    user_attrs: list[Attr]


class StudyList(TypedDict):
    study_summaries: list[StudySummary]


class CreatedStudy(TypedDict):
    study_summary: StudySummary


# GET /api/studies/<id>/trials


class TrialRow(TypedDict):
    """One trial as the table shows it."""

    number: int
    state: StateName
    values: list[Value] | None
    params: dict[str, Json]
    user_attrs: dict[str, Json]
    start: Time | None
    complete: Time | None
    duration: Annotated[float | None, "seconds"]
    constraints: Annotated[dict[str, Value], "by name; satisfied when at most 0"]
    feasible: bool


class _TrialPage(TypedDict):
    total: Annotated[int, "trials that pass the filter"]
    offset: Annotated[int, "place of the first trial of this page"]
    trials: list[TrialRow]


class TrialPage(_TrialPage, total=False):
    """A page of the trial table."""

    position: Annotated[
        int | None, "place of the trial asked for with number=, null if the filter hides it"
    ]


class NewTrial(TypedDict):
    """A trial that waits for a program to run it."""

    trial_id: int
    number: int


# GET /api/studies/<id>/selection and /api/studies/<id>/filter-names


class Selection(TypedDict):
    """The trials that a filter is true for."""

    filter: str
    total: Annotated[int, "trials that there are"]
    matched: int
    state_counts: Annotated[dict[StateName, int], "of these; states without a trial are left out"]
    numbers: Annotated[TypedArray, "of the trials, ascending"]


class _FilterName(TypedDict):
    column: Annotated[str, "as the trial table sorts by it, or best"]
    name: Annotated[str, "as it is written in a filter"]
    label: str
    kind: Literal["number", "text", "bool", "time", "state", "mixed"]


class FilterName(_FilterName, total=False):
    """Something that a filter can compare."""

    choices: Annotated[list[str], "every value that it can have, as it is written in a filter"]
    also: Annotated[list[str], "other names that mean the same"]


class FilterNames(TypedDict):
    names: list[FilterName]


# GET /api/studies/<id>/trial-numbers


class TrialNumbers(TypedDict):
    """Which trials are listed, in order."""

    total: Annotated[int, "trials that pass the filter"]
    offset: Annotated[int, "place of the first of these trials"]
    numbers: list[int]


# GET /api/studies/<id>/trials/<number>


class ParamValue(TypedDict):
    name: str
    value: Json
    distribution: Distribution


class IntermediateValue(TypedDict):
    step: int
    value: Value


class IntermediateVector(TypedDict):
    step: int
    values: list[Value | None]


class Constraint(TypedDict):
    """Satisfied when ``value`` is at most 0."""

    name: str
    value: Value


class TrialDetail(TypedDict):
    """One trial in full."""

    trial_id: int
    number: int
    state: StateName
    values: list[Value] | None
    params: list[ParamValue]
    fixed_params: dict[str, Json]
    user_attrs: dict[str, Json]
    system_attrs: Annotated[dict[str, Json], "without those that have a place of their own"]
    start: Time | None
    complete: Time | None
    duration: Annotated[float | None, "seconds"]
    clock: ClockName
    intermediate_values: list[IntermediateValue]
    intermediate_vectors: Annotated[
        list[IntermediateVector], "studies of the multi_objective API report one vector a step"
    ]
    constraints: list[Constraint]
    feasible: bool
    is_best: Annotated[bool, "the best trial, or one of the Pareto front"]
    previous: Annotated[int | None, "number of the trial before this one"]
    next: Annotated[int | None, "number of the trial after this one"]
    note: Note
    artifacts: list[Artifact]
    form: Annotated[list[FormAnswer], "what people said of it; empty if they said nothing"]


# GET /api/studies/<id>/trial-artifacts


class TrialArtifacts(TypedDict):
    """One trial that has files."""

    trial_id: int
    number: int
    state: StateName
    values: list[Value] | None
    is_best: Annotated[bool, "the best trial, or one of the Pareto front"]
    artifacts: list[Artifact]


class TrialArtifactPage(TypedDict):
    total: Annotated[int, "trials that have files, of those that the request lists"]
    offset: int
    trials: list[TrialArtifacts]


# GET /api/studies/<id>/export


class ExportedTrial(TrialRow):
    """One trial of an exported file."""

    intermediate_values: list[IntermediateValue]
    intermediate_vectors: Annotated[
        list[IntermediateVector], "studies of the multi_objective API report one vector a step"
    ]


class StudyExport(TypedDict):
    """Trials to be read by other programs."""

    study_name: str
    directions: list[DirectionName]
    objective_names: list[str] | None
    user_attrs: dict[str, Json]
    clock: ClockName
    trials: list[ExportedTrial]


# GET /api/studies/<id>/summary and /api/studies/<id>/params


class ParamSummary(TypedDict):
    name: str
    n_trials: Annotated[int, "trials that have this parameter"]
    distributions: Annotated[list[Distribution], "several when the range changed"]


class ParamList(TypedDict):
    params: list[ParamSummary]


class DurationSummary(TypedDict):
    """Seconds, over finished trials that have both times."""

    total: float
    median: float


class StudyOverview(StudyFacts):
    """What the first page of a study shows, apart from figures."""

    stored_id: Annotated[int, "as Optuna knows the study; study_id is one of all open storages"]
    user_attrs: dict[str, Json]
    objective_labels: Annotated[
        list[str], "axis titles, one for each objective; preferential: none, nothing is measured"
    ]
    param_names: Annotated[list[str], "for their ranges ask for /params, which reads them all"]
    user_attr_names: Annotated[list[str], "user attributes of trials"]
    constraint_names: list[str]
    n_feasible: Annotated[int, "complete trials that violate no constraint"]
    has_constraints: bool
    has_intermediate_values: bool
    best_trials: Annotated[list[TrialRow], "at most 100"]
    n_best: int
    duration: DurationSummary | None
    first_start: Time | None
    last_complete: Time | None
    trials_per_hour: Annotated[
        float | None, "finished trials from the first start to the last completion"
    ]
    note: Note
    artifacts: list[Artifact]
    form: Form | None


# GET /api/studies/<id>/param_importances


DistributionName: TypeAlias = Literal[
    "FloatDistribution", "IntDistribution", "CategoricalDistribution"
]


class ParamImportance(TypedDict):
    name: str
    importance: Annotated[float, "of all parameters together it is 1"]
    distribution: DistributionName


class ImportanceList(TypedDict):
    """One list for each objective, the most important parameter first; empty as long as
    fewer than two trials are complete."""

    param_importances: list[list[ParamImportance]]


# GET /api/studies/<id>/figures and /api/studies/<id>/figures/<name>


class Choice(TypedDict):
    value: str
    label: str


class SelectOption(TypedDict):
    type: Literal["select"]
    name: str
    label: str
    choices: list[Choice]
    default: str


class ToggleOption(TypedDict):
    type: Literal["toggle"]
    name: str
    label: str
    default: bool


class SliderOption(TypedDict):
    type: Literal["slider"]
    name: str
    label: str
    min: float
    max: float
    step: float
    default: float


class MultiSelectOption(TypedDict):
    type: Literal["multiselect"]
    name: str
    label: str
    choices: list[Choice]
    default: Annotated[str, "choices with commas between; , and % in one are %2C and %25"]
    most: Annotated[int, "how many can be chosen at once"]


class NumberOption(TypedDict):
    type: Literal["number"]
    name: str
    label: str
    min: float | None
    whole: bool
    default: Annotated[str, "a number as text, empty where the figure chooses"]


Option: TypeAlias = SelectOption | ToggleOption | SliderOption | MultiSelectOption | NumberOption


class FigureInfo(TypedDict):
    """A figure that can be drawn of a study."""

    name: str
    title: str
    description: str
    options: list[Option]
    has_table: Annotated[bool, "whether its numbers can be had as CSV"]


class FigureList(TypedDict):
    figures: list[FigureInfo]


class PlotlyFigure(TypedDict):
    """Plotly JSON; arrays of numbers may be ``{"dtype", "bdata"}``."""

    data: list[dict[str, Json]]
    layout: dict[str, Json]


class FigureAnswer(FigureInfo):
    figure: PlotlyFigure
    applied: Annotated[dict[str, str | bool | float], "the value of every option"]
    shown: Annotated[int | None, "trials that the figure shows; null if it is not one of trials"]
    total: Annotated[int, "trials that there are"]
    notes: Annotated[list[str], "sentences on what is left out, and why"]


# GET /api/compare and /api/compare/params


class ComparedStudy(StudyFacts):
    """One of the studies that are compared."""

    label: Annotated[str, "its name in figures, unlike that of any other of these studies"]
    dash: Annotated[Literal["solid", "dash", "dot"], "how its lines are dashed in figures"]
    shape: Annotated[Literal["circle", "square", "diamond"], "of its points in figures"]
    duration: DurationSummary | None
    leads: Annotated[bool, "single objective: none of the others has a better best value"]


class ComparedFigure(FigureInfo):
    """A figure of several studies; the same one may be there with different options given."""

    key: Annotated[str, "tells it from the others"]
    given: Annotated[dict[str, str], "values of options that make it this one"]


class Comparison(TypedDict):
    """Ask for a figure with the first study in its path and the others as ``study``."""

    studies: Annotated[list[ComparedStudy], "in the order of the ids"]
    figures: list[ComparedFigure]


class NumberRange(TypedDict):
    """Numbers from ``low`` to ``high``, which lie from ``start`` to ``end`` on an axis from 0
    to 1 that all studies share."""

    low: Value
    high: Value
    start: float
    end: float


class ChoiceCount(TypedDict):
    choice: Json
    n_trials: Annotated[int, "trials that have it"]
    n_best: Annotated[int, "those among the best trials"]


class ComparedRange(TypedDict):
    """A parameter of one study."""

    study_id: int
    n_trials: Annotated[int, "trials that have this parameter"]
    distributions: Annotated[list[Distribution], "several when the range changed"]
    range: Annotated[NumberRange | None, "of all distributions of numbers"]
    searched: Annotated[NumberRange | None, "numbers that trials have"]
    best: Annotated[NumberRange | None, "numbers of the best trial, or of the Pareto front"]
    choices: Annotated[list[ChoiceCount], "every choice, also those that no trial has"]


class ComparedParam(TypedDict):
    """A parameter of any of the studies."""

    name: str
    differs: Annotated[bool, "whether the studies do not all search the same range"]
    studies: Annotated[
        list[ComparedRange | None],
        "in the order of the ids, null where there is no such parameter",
    ]


class ComparedParams(TypedDict):
    params: list[ComparedParam]
