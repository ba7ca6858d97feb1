"""GET /csv/<id>: the trial table as comma-separated values."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from math import isnan

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.choice import ChoiceResource
from optuna_dashboard.study.columns import ABSENT
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_CHUNK = 1000
# What a spreadsheet runs when somebody opens a table that a stranger filled.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Column = Sequence[JSON]


class CsvResource(ChoiceResource):
    path = "/csv/{study_id:id}"
    answer = "text/csv"
    summary = (
        "Number, state, values, parameters and user attributes of trials; an apostrophe stands "
        "before a text that a spreadsheet would take for a formula"
    )

    def send_trials(self, resp: falcon.Response, study: Study, rows: Sequence[int]) -> None:
        names, columns = _table(study, rows)
        resp.content_type = "text/csv; charset=utf-8"
        attach(resp, study.name, ".csv")
        resp.stream = _lines(names, columns)


def _table(study: Study, rows: Sequence[int]) -> tuple[list[str], list[Column]]:
    """Names and columns; parameters and attributes that none of the rows has are left out."""
    index = study.index
    table: list[tuple[str, Column]] = [
        ("Number", [index.numbers[row] for row in rows]),
        ("State", [TrialState(index.states[row]).name for row in rows]),
    ]
    for name, values in zip(_value_names(study), study.values):
        table.append((name, [None if isnan(values[row]) else values[row] for row in rows]))
    for param in study.all_params():
        if any(param.kinds[row] != ABSENT for row in rows):
            table.append((f"Param {param.name}", [_cell(param.external(row)) for row in rows]))
    attrs = study.attrs().user
    own_attrs = [attrs.get(row, {}) for row in rows]
    for name in sorted({key for own in own_attrs for key in own}):
        table.append((f"UserAttribute {name}", [_cell(own.get(name)) for own in own_attrs]))
    return [str(_cell(name)) for name, _ in table], [column for _, column in table]


def _cell(value: JSON) -> JSON:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _value_names(study: Study) -> list[str]:
    header = study.header
    if header.metric_names:
        return header.metric_names
    if len(header.directions) == 1:
        return ["Value"]
    return [f"Objective {i}" for i in range(len(header.directions))]


def _lines(names: list[str], columns: list[Column]) -> Iterator[bytes]:
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(names)
    for start in range(0, len(columns[0]), _CHUNK):
        writer.writerows(zip(*(column[start : start + _CHUNK] for column in columns)))
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # A lone surrogate is no character; it would make the whole file unreadable.
    return text.encode("utf-8", "replace")
