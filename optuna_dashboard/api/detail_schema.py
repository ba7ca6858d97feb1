"""The shape of GET /api/studies/<id>, which existing clients know; see ``schema``."""

from typing import Annotated, Literal, TypeAlias, TypedDict

from optuna_dashboard.api.schema import (
    Artifact,
    Attr,
    DirectionName,
    FloatDistribution,
    IntDistribution,
    IntermediateValue,
    Json,
    Note,
    StateName,
    Value,
)


class DetailChoice(TypedDict):
    pytype: str
    value: str


class DetailCategoricalDistribution(TypedDict):
    type: Literal["CategoricalDistribution"]
    choices: list[DetailChoice]


DetailDistribution: TypeAlias = FloatDistribution | IntDistribution | DetailCategoricalDistribution


class DetailParam(TypedDict):
    name: str
    param_internal_value: Value
    param_external_value: str
    param_external_pytyp: Annotated[str, "misspelt since ever; clients read this key"]
    param_external_type: str
    distribution: DetailDistribution


class FixedParam(TypedDict):
    name: str
    param_external_value: str


class _DetailTrial(TypedDict):
    trial_id: int
    study_id: int
    number: int
    state: StateName
    params: list[DetailParam]
    fixed_params: list[FixedParam]
    user_attrs: list[Attr]
    note: Note
    artifacts: list[Artifact]
    constraints: list[Value]
    intermediate_values: list[IntermediateValue]


class DetailTrial(_DetailTrial, total=False):
    values: list[Value]
    datetime_start: str
    datetime_complete: str


class SpaceItem(TypedDict):
    name: str
    distribution: DetailDistribution


class UnionUserAttr(TypedDict):
    key: str
    sortable: Annotated[bool, "every value is a number"]


class FormWidgets(TypedDict):
    output_type: Literal["objective", "user_attr"]
    widgets: list[dict[str, Json]]


class _FeedbackComponent(TypedDict):
    output_type: Literal["note", "artifact"]


class FeedbackComponent(_FeedbackComponent, total=False):
    artifact_key: str


class UserPlot(TypedDict):
    id: str
    graph_object: Annotated[str, "Plotly JSON as text"]


class PreferenceHistory(TypedDict):
    mode: Literal["ChooseWorst"]
    id: str
    timestamp: str
    candidates: list[int]
    clicked: int
    preferences: list[list[int]]


class PreferenceHistoryItem(TypedDict):
    history: PreferenceHistory
    is_removed: bool


class Preferences(TypedDict):
    """What people said about the trials of a preferential study."""

    preference_history: list[PreferenceHistoryItem]
    preferences: Annotated[list[list[int]], "[better, worse] trial numbers"]
    skipped_trial_numbers: list[int]
    feedback_component_type: FeedbackComponent


class _StudyDetailHead(TypedDict):
    name: str
    directions: list[DirectionName]
    user_attrs: list[Attr]
    artifacts: list[Artifact]
    intersection_search_space: list[SpaceItem]
    union_search_space: list[SpaceItem]
    union_user_attrs: list[UnionUserAttr]
    has_intermediate_values: bool
    note: Note
    is_preferential: bool
    feedback_component_type: FeedbackComponent
    plotly_graph_objects: list[UserPlot]


class StudyDetailHead(_StudyDetailHead, total=False):
    """All of a study but its trials."""

    objective_names: list[str]
    form_widgets: FormWidgets
    preference_history: list[PreferenceHistoryItem]
    preferences: Annotated[list[list[int]], "[better, worse] trial numbers"]
    skipped_trial_numbers: list[int]


class StudyDetail(StudyDetailHead):
    """A study with all its trials. Large; pages ask for less."""

    trials: list[DetailTrial]
    best_trials: list[DetailTrial]
