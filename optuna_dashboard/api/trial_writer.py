"""Trials in the shape that existing clients know, written from columns as JSON text.

A study of 100,000 trials is 240 MB of JSON of which nearly all repeats from trial to
trial. So the text is put together from parts that were encoded once, and no object is
made for a trial. ``tests/api/test_detail.py`` holds it against the plain way.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from math import isfinite, isnan

from optuna_dashboard.api.encode import naive_iso, non_finite, without_non_finite
from optuna_dashboard.api.rows import STATE_NAMES
from optuna_dashboard.api.spaces import detail_distribution
from optuna_dashboard.api.stored import artifacts_json, note_json
from optuna_dashboard.api.text import attrs_text
from optuna_dashboard.storage.cells import constraints_of
from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.attrs.notes import NO_NOTE, read_notes
from optuna_dashboard.study.columns import ABSENT, ParamColumn, TrialAttrs
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    IntDistribution,
    to_external,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_CHUNK = 1000


class TrialWriter:
    """Writes trials of one study; reads every column it needs when it is made."""

    def __init__(self, study: Study, public_id: int, attrs: TrialAttrs) -> None:
        header = study.header
        self._public_id = public_id
        self._index, self._times, self._values = study.index, study.times, study.values
        self._params = [_ParamTexts(column) for column in study.all_params()]
        self._attrs = attrs
        self._reports = study.intermediate_values if study.has_intermediate_values else None
        self._notes = read_notes(header.system_attrs)
        self._artifacts = read_artifacts(header.system_attrs)
        self._no_note = _dumps(note_json(NO_NOTE))

    def chunks(self, rows: Sequence[int]) -> Iterator[str]:
        """The elements of a JSON array, in pieces of many trials."""
        for start in range(0, len(rows), _CHUNK):
            text = ",".join(self._trials(rows[start : start + _CHUNK]))
            yield "," + text if start else text

    def _trials(self, rows: Sequence[int]) -> Iterator[str]:
        index, times = self._index, self._times
        if self._params:
            params = [",".join(filter(None, one)) for one in zip(*(p(rows) for p in self._params))]
        else:
            params = [""] * len(rows)
        for row, own_params in zip(rows, params):
            trial_id = index.ids[row]
            yield (
                f'{{"trial_id":{trial_id},"study_id":{self._public_id},'
                f'"number":{index.numbers[row]},"state":"{_STATES[index.states[row]]}",'
                f'"params":[{own_params}],{self._attr_texts(row, trial_id)},'
                f'"intermediate_values":[{self._report_texts(row)}]{self._value_texts(row)}'
                f"{_time('datetime_start', times.start[row])}"
                f"{_time('datetime_complete', times.complete[row])}}}"
            )

    def _attr_texts(self, row: int, trial_id: int) -> str:
        """Everything that stands in attributes of the trial or of the study."""
        note = self._notes.by_trial_id.get(trial_id)
        note_text = _dumps(note_json(note)) if note else self._no_note
        user = self._attrs.user.get(row)
        user_text = _dumps(attrs_text(user)) if user else "[]"
        system = self._attrs.system.get(row)
        if not system and trial_id not in self._artifacts.legacy:
            return (
                f'"fixed_params":[],"user_attrs":{user_text},"note":{note_text},'
                '"artifacts":[],"constraints":[]'
            )
        system = system or {}
        artifacts = artifacts_json(self._artifacts.of(trial_id, system))
        constraints = without_non_finite(list(constraints_of(system).values()))
        return (
            f'"fixed_params":{_dumps(_fixed_params(system))},"user_attrs":{user_text},'
            f'"note":{note_text},"artifacts":{_dumps(artifacts)},'
            f'"constraints":{_dumps(constraints)}'
        )

    def _report_texts(self, row: int) -> str:
        reports = self._reports
        if reports is None:
            return ""
        start, end = reports.offsets[row], reports.offsets[row + 1]
        return ",".join(
            f'{{"step":{reports.steps[i]},"value":{_number(reports.values[i])}}}'
            for i in range(start, end)
        )

    def _value_texts(self, row: int) -> str:
        values = [column[row] for column in self._values]
        if any(map(isnan, values)):
            return ""
        return f',"values":[{",".join(map(_number, values))}]'


class _ParamTexts:
    """One parameter as JSON text, the text of each distribution made once."""

    def __init__(self, column: ParamColumn) -> None:
        self._column = column
        self._texts = [_text_maker(column.name, one) for one in column.distributions]

    def __call__(self, rows: Sequence[int]) -> list[str]:
        """The parameter in each of these rows, empty where the trial does not have it."""
        kinds, internal, texts = self._column.kinds, self._column.internal, self._texts
        return [
            "" if (kind := kinds[row]) == ABSENT else texts[kind](internal[row]) for row in rows
        ]


def _text_maker(name: str, distribution: Distribution) -> Callable[[float], str]:
    """What turns an internal value into the JSON object of a parameter."""
    start = f'{{"name":{_dumps(name)},"param_internal_value":'
    tail = f',"distribution":{_dumps(detail_distribution(distribution))}}}'
    if isinstance(distribution, CategoricalDistribution):
        return _CategoricalTexts(distribution, start, tail).__getitem__
    middle = ',"param_external_value":"'
    end = f'",{_types("int" if isinstance(distribution, IntDistribution) else "float")}{tail}'
    if isinstance(distribution, IntDistribution):
        return lambda value: f"{start}{value!r}{middle}{int(value)}{end}"
    return lambda value: f"{start}{_number(value)}{middle}{value!r}{end}"


class _CategoricalTexts(dict[float, str]):
    """The text of every choice, made when it first occurs."""

    def __init__(self, distribution: CategoricalDistribution, start: str, tail: str) -> None:
        super().__init__()
        self._distribution, self._start, self._tail = distribution, start, tail

    def __missing__(self, internal: float) -> str:
        external = to_external(self._distribution, internal)
        text = (
            f'{self._start}{_number(internal)},"param_external_value":{_dumps(str(external))},'
            f"{_types(type(external).__name__)}{self._tail}"
        )
        self[internal] = text
        return text


def _types(name: str) -> str:
    # The first key is misspelt; clients read it.
    return (
        f'''"param_external_pytyp":"<class '{name}'>","param_external_type":"<class '{name}'>"'''
    )


def _fixed_params(system_attrs: dict[str, JSON]) -> list[dict[str, str]]:
    fixed = system_attrs.get("fixed_params")
    if not isinstance(fixed, dict):
        return []
    return [{"name": key, "param_external_value": str(value)} for key, value in fixed.items()]


def _number(value: float) -> str:
    return repr(value) if isfinite(value) else f'"{non_finite(value)}"'


def _time(key: str, seconds: float) -> str:
    return "" if isnan(seconds) else f',"{key}":"{naive_iso(seconds)}"'


def _dumps(thing: object) -> str:
    return json.dumps(thing, separators=(",", ":"))


_STATES = {int(state): STATE_NAMES[state] for state in TrialState}
