"""JSON Schemas of the shapes of all answers, for the OpenAPI document."""

from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from optuna_dashboard.api.detail_schema import DetailDistribution, Preferences, StudyDetail
from optuna_dashboard.api.request_schema import (
    ArtifactRequest,
    DeletionRequest,
    EnqueueRequest,
    FeedbackComponentRequest,
    NoteRequest,
    PreferenceRequest,
    RenameRequest,
    StudyRequest,
    TellRequest,
    UserAttrsRequest,
)
from optuna_dashboard.api.schema import (
    ClockName,
    ComparedParams,
    Comparison,
    CreatedStudy,
    DirectionName,
    Distribution,
    ErrorAnswer,
    FigureAnswer,
    FigureList,
    FilterNames,
    ImportanceList,
    Meta,
    NewTrial,
    NonFinite,
    Option,
    ParamList,
    Selection,
    StateName,
    StudyExport,
    StudyList,
    StudyOverview,
    TrialArtifactPage,
    TrialDetail,
    TrialNumbers,
    TrialPage,
    UpgradedSource,
    UploadedArtifact,
)

Schema = dict[str, Any]

_UNIONS = (Union, UnionType)

# Named unions, so that they keep their names in OpenAPI and TypeScript.
_NAMED: dict[str, object] = {
    "NonFinite": NonFinite,
    "StateName": StateName,
    "DirectionName": DirectionName,
    "ClockName": ClockName,
    "Distribution": Distribution,
    "DetailDistribution": DetailDistribution,
    "Option": Option,
}

_ANSWERS: tuple[type, ...] = (
    ErrorAnswer,
    Meta,
    StudyList,
    CreatedStudy,
    UpgradedSource,
    UploadedArtifact,
    StudyOverview,
    ParamList,
    TrialPage,
    TrialDetail,
    Selection,
    FilterNames,
    TrialNumbers,
    TrialArtifactPage,
    StudyExport,
    ImportanceList,
    FigureList,
    FigureAnswer,
    Comparison,
    ComparedParams,
    StudyDetail,
    Preferences,
    NewTrial,
)

_REQUESTS: tuple[type, ...] = (
    PreferenceRequest,
    FeedbackComponentRequest,
    EnqueueRequest,
    ArtifactRequest,
    StudyRequest,
    RenameRequest,
    DeletionRequest,
    NoteRequest,
    UserAttrsRequest,
    TellRequest,
)

_SIMPLE: dict[object, Schema] = {
    object: {"$ref": "#/components/schemas/Json"},
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def reference(name: str) -> Schema:
    """A reference to the component with this name."""
    return {"$ref": f"#/components/schemas/{name}"}


def component_schemas() -> dict[str, Schema]:
    """The schema of every answer and request, and of what they are made of, by name."""
    found: dict[str, Schema] = {"Json": {"description": "Any JSON value."}}
    for name, alias in _NAMED.items():
        found[name] = _schema(alias, found, inside=name)
    for kind in (*_ANSWERS, *_REQUESTS):
        _schema(kind, found)
    return found


def _schema(kind: Any, found: dict[str, Schema], inside: str | None = None) -> Schema:
    for name, alias in _NAMED.items():
        if kind == alias and name != inside:
            return reference(name)
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if is_typeddict(kind):
        if kind.__name__ not in found:
            found[kind.__name__] = {}  # taken, should a type hold itself
            found[kind.__name__] = _object(kind, found)
        return reference(kind.__name__)
    return _generic(kind, found)


def _generic(kind: Any, found: dict[str, Schema]) -> Schema:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _described(_schema(args[0], found), " ".join(args[1:]))
    if origin is Literal:
        return {"type": "string", "enum": list(args)}
    if origin is list:
        return {"type": "array", "items": _schema(args[0], found)}
    if origin is dict:
        schema: Schema = {"type": "object", "additionalProperties": _schema(args[1], found)}
        if args[0] is not str:
            schema["propertyNames"] = _schema(args[0], found)
        return schema
    return {"anyOf": _alternatives(args, found)}


def _alternatives(kinds: tuple[Any, ...], found: dict[str, Schema]) -> list[Schema]:
    """Members of a union; a named union inside a larger one keeps its name."""
    rest = list(kinds)
    schemas = []
    for name, alias in _NAMED.items():
        members = get_args(alias)
        if get_origin(alias) in _UNIONS and set(members) < set(rest):
            schemas.append(reference(name))
            rest = [kind for kind in rest if kind not in members]
    return schemas + [_schema(kind, found) for kind in rest]


def _described(schema: Schema, text: str) -> Schema:
    inner = schema.pop("description", None)
    return {**schema, "description": f"{text}; {inner}" if inner else text}


def _object(kind: Any, found: dict[str, Schema]) -> Schema:
    hints = get_type_hints(kind, include_extras=True)
    schema: Schema = {
        "type": "object",
        "properties": {name: _schema(hint, found) for name, hint in hints.items()},
        "required": [name for name in hints if name in kind.__required_keys__],
        # What a request has besides is ignored.
        "additionalProperties": kind in _REQUESTS,
    }
    return _described(schema, kind.__doc__) if kind.__doc__ else schema
