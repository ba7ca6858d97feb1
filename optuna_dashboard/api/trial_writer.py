"""Trials in the shape that existing clients know, written from columns as JSON text.

A study of 100,000 trials is 240 MB of JSON of which nearly all repeats from trial to
trial. So the text is joined from pieces that were encoded once, some columns of text for
many trials at a time, and no object is made for a trial. ``tests/api/test_detail.py``
holds it against the plain way.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from math import isnan

from optuna_dashboard.api.encode import naive_iso, without_non_finite
from optuna_dashboard.api.param_texts import ParamTexts, Pieces, number_text
from optuna_dashboard.api.rows import STATE_NAMES
from optuna_dashboard.api.stored import artifacts_json, note_json
from optuna_dashboard.api.text import attrs_text
from optuna_dashboard.storage.cells import constraints_of
from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.attrs.notes import NO_NOTE, read_notes
from optuna_dashboard.study.columns import TrialAttrs
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_CHUNK = 1000
_NOBODY = -1


class TrialWriter:
    """Writes trials of one study; reads every column it needs when it is made."""

    def __init__(self, study: Study, public_id: int, attrs: TrialAttrs) -> None:
        header = study.header
        self._public_id = public_id
        # Trials are known by ids that are as far from their own.
        self._distance = public_id - header.id
        self._index, self._times, self._values = study.index, study.times, study.values
        self._params = [ParamTexts(column) for column in study.all_params()]
        self._attrs = attrs
        self._reports = study.intermediate_values if study.has_intermediate_values else None
        self._notes = read_notes(header.system_attrs)
        self._artifacts = read_artifacts(header.system_attrs)
        self._time_texts = _TimeTexts()

    def chunks(self, rows: Sequence[int]) -> Iterator[str]:
        """The elements of a JSON array, in pieces of many trials."""
        for start in range(0, len(rows), _CHUNK):
            pieces = self._pieces(rows[start : start + _CHUNK])
            text = "".join(chain.from_iterable(zip(*pieces)))
            yield "," + text if start else text

    def _pieces(self, rows: Sequence[int]) -> Pieces:
        index, times = self._index, self._times
        ids = [index.ids[row] for row in rows]
        return [
            chain([""], repeat(",")),
            repeat('{"trial_id":'),
            [str(trial_id + self._distance) for trial_id in ids],
            repeat(f',"study_id":{self._public_id},"number":'),
            [str(index.numbers[row]) for row in rows],
            repeat(',"state":"'),
            [_STATES[index.states[row]] for row in rows],
            repeat('","params":['),
            *self._param_pieces(rows),
            repeat("],"),
            self._attr_texts(rows, ids),
            repeat(',"intermediate_values":['),
            self._report_texts(rows),
            repeat("]"),
            self._value_texts(rows),
            self._time_texts.of("datetime_start", times.start, rows),
            self._time_texts.of("datetime_complete", times.complete, rows),
            repeat("}"),
        ]

    def _param_pieces(self, rows: Sequence[int]) -> Pieces:
        if not all(param.is_even(rows) for param in self._params):
            texts = zip(*(param.texts(rows) for param in self._params))
            return [[",".join(filter(None, own)) for own in texts]]
        pieces: Pieces = []
        for param in self._params:
            separator: Pieces = [repeat(",")] if pieces else []
            pieces += separator + param.pieces(rows)
        return pieces

    def _attr_texts(self, rows: Sequence[int], ids: Sequence[int]) -> list[str]:
        """Everything that stands in attributes of the trials or of the study."""
        user, system = self._attrs.user, self._attrs.system
        notes, artifacts = self._notes.by_trial_id, self._artifacts.legacy
        nothing = self._attr_text(_NOBODY, _NOBODY)
        return [
            self._attr_text(row, trial_id)
            if row in user or row in system or trial_id in notes or trial_id in artifacts
            else nothing
            for row, trial_id in zip(rows, ids)
        ]

    def _attr_text(self, row: int, trial_id: int) -> str:
        system = self._attrs.system.get(row, {})
        user = attrs_text(self._attrs.user.get(row, {}))
        note = note_json(self._notes.by_trial_id.get(trial_id, NO_NOTE))
        artifacts = artifacts_json(self._artifacts.of(trial_id, system))
        constraints = without_non_finite(list(constraints_of(system).values()))
        return (
            f'"fixed_params":{_dumps(_fixed_params(system))},"user_attrs":{_dumps(user)},'
            f'"note":{_dumps(note)},"artifacts":{_dumps(artifacts)},'
            f'"constraints":{_dumps(constraints)}'
        )

    def _report_texts(self, rows: Sequence[int]) -> Iterable[str]:
        if self._reports is None:
            return repeat("")
        return map(self._report_text, rows)

    def _report_text(self, row: int) -> str:
        reports = self._reports
        assert reports
        own = slice(reports.offsets[row], reports.offsets[row + 1])
        return ",".join(
            f'{{"step":{step},"value":{number_text(value)}}}'
            for step, value in zip(reports.steps[own], reports.values[own])
        )

    def _value_texts(self, rows: Sequence[int]) -> list[str]:
        """``,"values":[...]``, nothing where a trial has none."""
        found = ([column[row] for column in self._values] for row in rows)
        return [
            "" if any(map(isnan, own)) else f',"values":[{",".join(map(number_text, own))}]'
            for own in found
        ]


class _TimeTexts:
    """Times as JSON text; the text of a minute is made once."""

    def __init__(self) -> None:
        self._minutes: dict[float, str] = {}

    def of(self, key: str, times: "array[float]", rows: Sequence[int]) -> list[str]:
        """``,"key":"2026-01-31T23:59:59.123456"``, nothing where a trial has no such time."""
        start = f',"{key}":"'
        texts = []
        for row in rows:
            time = times[row]
            minute, rest = divmod(time, 60)
            seconds = f"{rest:09.6f}"
            # Whole seconds are written without a fraction; what rounds up to the next minute
            # is left to datetime.
            if minute not in self._minutes or seconds >= "60" or seconds.endswith(".000000"):
                texts.append("" if isnan(time) else f'{start}{self._text(time, minute)}"')
            else:
                texts.append(f'{start}{self._minutes[minute]}{seconds}"')
        return texts

    def _text(self, time: float, minute: float) -> str:
        self._minutes[minute] = naive_iso(60 * minute)[: len("2026-01-31T23:59:")]
        return naive_iso(time)


def _fixed_params(system_attrs: dict[str, JSON]) -> list[dict[str, str]]:
    fixed = system_attrs.get("fixed_params")
    if not isinstance(fixed, dict):
        return []
    return [{"name": key, "param_external_value": str(value)} for key, value in fixed.items()]


def _dumps(thing: object) -> str:
    return json.dumps(thing, separators=(",", ":"))


_STATES = {int(state): STATE_NAMES[state] for state in TrialState}
