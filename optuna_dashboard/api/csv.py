"""GET /csv/<id>: the trial table as comma-separated values."""

from collections.abc import Iterator, Mapping, Sequence
from math import isnan

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.choice import ChoiceResource, Parameters, choice_text
from optuna_dashboard.api.encode import seconds_to_time
from optuna_dashboard.api.resource import Query, bad_request
from optuna_dashboard.api.system_attrs import shown_system_attrs
from optuna_dashboard.api.table import MEDIA_CSV, Column, cell, csv_lines
from optuna_dashboard.study.columns import ABSENT
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from optuna_dashboard.study.times import to_datetime

_SOME, _ALL = "table", "all"

NamedColumn = tuple[str, Column]
OwnAttrs = Sequence[Mapping[str, JSON]]


class CsvResource(ChoiceResource):
    path = "/csv/{study_id:id}"
    answer = "text/csv"
    summary = (
        "Number, state, values, parameters and user attributes of trials; an apostrophe stands "
        "before a text that a spreadsheet would take for a formula"
    )
    query = (
        *ChoiceResource.query,
        Query(
            "columns",
            {"type": "string", "enum": [_SOME, _ALL], "default": _SOME},
            "all: also start, completion, duration in seconds, constraints, whether the trial is "
            "feasible, and system attributes that are a text, a number or a truth value",
        ),
    )

    def send_trials(
        self, resp: falcon.Response, study: Study, rows: Sequence[int], choice: Parameters
    ) -> None:
        columns = _table(study, rows, _takes_all(choice))
        resp.content_type = MEDIA_CSV
        attach(resp, study.name, ".csv")
        resp.stream = csv_lines([name for name, _ in columns], [column for _, column in columns])


def _takes_all(choice: Parameters) -> bool:
    columns = choice_text(choice, "columns") or _SOME
    if columns not in (_SOME, _ALL):
        raise bad_request(f"columns={columns} is not one of {_SOME}, {_ALL}")
    return columns == _ALL


def _table(study: Study, rows: Sequence[int], takes_all: bool) -> list[NamedColumn]:
    """What none of the rows has (a parameter, an attribute, a constraint) is left out."""
    user = _of_rows(study.all_user_attrs(), rows)
    columns = [*_values(study, rows), *_params(study, rows), *_attrs("UserAttribute", user)]
    if takes_all:
        system = _of_rows(study.all_system_attrs(), rows)
        columns += [*_times(study, rows), *_constraints(study, rows)]
        columns += _attrs("SystemAttribute", list(map(_scalars, system)))
    return columns


def _of_rows(attrs: Mapping[int, Mapping[str, JSON]], rows: Sequence[int]) -> OwnAttrs:
    return [attrs.get(row, {}) for row in rows]


def _values(study: Study, rows: Sequence[int]) -> Iterator[NamedColumn]:
    index = study.index
    yield "Number", [index.numbers[row] for row in rows]
    yield "State", [TrialState(index.states[row]).name for row in rows]
    for name, values in zip(_value_names(study), study.values):
        yield name, [None if isnan(values[row]) else values[row] for row in rows]


def _value_names(study: Study) -> list[str]:
    header = study.header
    if header.metric_names:
        return header.metric_names
    if len(header.directions) == 1:
        return ["Value"]
    return [f"Objective {i}" for i in range(len(header.directions))]


def _params(study: Study, rows: Sequence[int]) -> Iterator[NamedColumn]:
    for param in study.all_params():
        if any(param.kinds[row] != ABSENT for row in rows):
            yield f"Param {param.name}", [cell(param.external(row)) for row in rows]


def _attrs(kind: str, attrs: OwnAttrs) -> Iterator[NamedColumn]:
    for name in sorted({key for own in attrs for key in own}):
        yield f"{kind} {name}", [cell(own.get(name)) for own in attrs]


def _scalars(attrs: Mapping[str, JSON]) -> dict[str, JSON]:
    """What fits into one cell."""
    return {
        key: attrs[key]
        for key in shown_system_attrs(attrs)
        if not isinstance(attrs[key], (list, dict))
    }


def _times(study: Study, rows: Sequence[int]) -> Iterator[NamedColumn]:
    clock, start, complete = study.header.clock, study.times.start, study.times.complete
    yield "Start", [seconds_to_time(start[row], clock) for row in rows]
    yield "Complete", [seconds_to_time(complete[row], clock) for row in rows]
    yield "Duration", [_duration(start[row], complete[row]) for row in rows]


def _duration(start: float, complete: float) -> float | None:
    """Seconds between times that are known to the microsecond."""
    if isnan(start) or isnan(complete):
        return None
    return (to_datetime(complete) - to_datetime(start)).total_seconds()


def _constraints(study: Study, rows: Sequence[int]) -> Iterator[NamedColumn]:
    constraints = study.constraints
    for name, values in constraints.values.items():
        column = [None if isnan(values[row]) else values[row] for row in rows]
        if any(value is not None for value in column):
            yield f"Constraint {name}", column
    if constraints.present:
        yield "Feasible", [bool(constraints.feasible[row]) for row in rows]
