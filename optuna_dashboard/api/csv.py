"""GET /csv/<id>: the trial table as comma-separated values."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from math import isnan
from typing import Any
from urllib.parse import quote

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.resource import Query, Resource, bad_request, not_found
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study.columns import ABSENT
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_CHUNK = 1000
# What a spreadsheet runs when somebody opens a table that a stranger filled.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')

Column = Sequence[JSON]


class CsvResource(Resource):
    path = "/csv/{study_id:id}"
    answer = "text/csv"
    summary = (
        "Number, state, values, parameters and user attributes of trials; an apostrophe stands "
        "before a text that a spreadsheet would take for a formula"
    )
    query = (
        Query("trial_ids", {"type": "string"}, "only these trial numbers: 0,3,4"),
        parameters.FILTER,
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        _, study = self.find(params["study_id"])
        names, columns = _table(study, _rows(req, study))
        resp.content_type = "text/csv; charset=utf-8"
        resp.set_header("Content-Disposition", _disposition(study.name))
        resp.stream = _lines(names, columns)


def _rows(req: falcon.Request, study: Study) -> Sequence[int]:
    rows = _numbered_rows(req, study)
    text = parameters.filter_text(req)
    if not text.strip():
        return rows
    wanted = matching(study, text)
    return [row for row in rows if wanted[row]]


def _numbered_rows(req: falcon.Request, study: Study) -> Sequence[int]:
    texts = req.get_param_as_list("trial_ids") or [""]
    # The last one counts, as for every parameter that is given twice.
    if not texts[-1]:
        return range(len(study.index))
    try:
        wanted = {int(text) for text in texts[-1].split(",")}
    except ValueError:
        reason = "Invalid trial_ids format. Expected comma-separated integers"
        raise bad_request(reason) from None
    rows = [row for row, number in enumerate(study.index.numbers) if number in wanted]
    if not rows:
        raise not_found("all specified trial_ids is not found")
    return rows


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


def _disposition(study_name: str) -> str:
    name = (_NOT_IN_FILE_NAMES.sub("", study_name).replace(" ", "-")[:200] or "study") + ".csv"
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, errors='replace')}"
