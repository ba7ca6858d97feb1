"""The parameters of several studies side by side: what could be, what was tried, what won."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite, isnan, log

from optuna_dashboard.api.encode import value
from optuna_dashboard.api.rows import distribution_json
from optuna_dashboard.api.schema import (
    ChoiceCount,
    ComparedParam,
    ComparedRange,
    NumberRange,
)
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import CategoricalDistribution, to_external
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study

Ends = tuple[float, float]


def compared_params(studies: Sequence[Study], ids: Sequence[int]) -> list[ComparedParam]:
    """Every parameter of any of the studies, by name."""
    columns = [{column.name: column for column in study.all_params()} for study in studies]
    names = sorted({name for by_name in columns for name in by_name})
    best = [set(study.best_rows) for study in studies]
    return [
        _compared(
            name, [_Part.of(by_name.get(name), rows) for by_name, rows in zip(columns, best)], ids
        )
        for name in names
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """A parameter of one study: the ends of its ranges of numbers, of the numbers that trials
    have, and of those of the best trials; and its choices."""

    column: ParamColumn
    declared: Ends | None
    searched: Ends | None
    best: Ends | None
    choices: list[ChoiceCount]

    @classmethod
    def of(cls, column: ParamColumn | None, best: set[int]) -> "_Part | None":
        if column is None:
            return None
        numeric = [not isinstance(d, CategoricalDistribution) for d in column.distributions]
        ranges = [d for d in column.distributions if not isinstance(d, CategoricalDistribution)]
        return cls(
            column=column,
            declared=_ends(end for d in ranges for end in (d.low, d.high)),
            searched=_ends(_numbers(column, numeric, range(len(column.kinds)))),
            best=_ends(_numbers(column, numeric, best)),
            choices=[] if all(numeric) else _choices(column, numeric, best),
        )


def _numbers(column: ParamColumn, numeric: Sequence[bool], rows: Iterable[int]) -> Iterable[float]:
    """The numbers that trials have, where there are no choices."""
    if all(numeric):
        return map(column.internal.__getitem__, rows)
    kinds = column.kinds
    return (column.internal[row] for row in rows if kinds[row] != ABSENT and numeric[kinds[row]])


def _ends(numbers: Iterable[float]) -> Ends | None:
    present = [number for number in numbers if not isnan(number)]
    return (min(present), max(present)) if present else None


def _choices(column: ParamColumn, numeric: Sequence[bool], best: set[int]) -> list[ChoiceCount]:
    """Every choice once, also those that no trial has."""
    pairs = list(zip(column.kinds, column.internal))
    found: dict[str, ChoiceCount] = {}
    for choice in (c for d in column.distributions for c in getattr(d, "choices", ())):
        found.setdefault(json.dumps(choice), {"choice": choice, "n_trials": 0, "n_best": 0})
    for (kind, internal), n in Counter(pairs).items():
        if kind != ABSENT and not numeric[kind]:
            _count(found, to_external(column.distributions[kind], internal))["n_trials"] += n
    for row in best:
        kind, internal = pairs[row]
        if kind != ABSENT and not numeric[kind]:
            _count(found, to_external(column.distributions[kind], internal))["n_best"] += 1
    return list(found.values())


def _count(found: dict[str, ChoiceCount], choice: JSON) -> ChoiceCount:
    return found.setdefault(json.dumps(choice), {"choice": choice, "n_trials": 0, "n_best": 0})


def _compared(name: str, parts: Sequence[_Part | None], ids: Sequence[int]) -> ComparedParam:
    present = [part for part in parts if part]
    axis = _Axis.of(present)
    shapes = {_shape(part) for part in parts}
    return {
        "name": name,
        "differs": len(shapes) > 1,
        "studies": [_range(part, id_, axis) if part else None for part, id_ in zip(parts, ids)],
    }


def _shape(part: _Part | None) -> frozenset[str]:
    """What is the same in studies that search the same."""
    distributions = part.column.distributions if part else []
    return frozenset(json.dumps(distribution_json(one)) for one in distributions)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The numbers of all studies on one axis from 0 to 1, in logarithms if any study searched
    them so."""

    low: float
    high: float
    log: bool

    @classmethod
    def of(cls, parts: Sequence[_Part]) -> "_Axis":
        ends = [
            end for part in parts for both in (part.declared, part.searched) for end in both or ()
        ]
        finite = list(filter(isfinite, ends))
        low, high = min(finite, default=0.0), max(finite, default=0.0)
        kinds = [kind for part in parts for kind in part.column.distributions]
        return cls(low, high, low > 0 and any(getattr(kind, "log", False) for kind in kinds))

    def range(self, ends: Ends | None) -> NumberRange | None:
        if ends is None:
            return None
        low, high = ends
        return {
            "low": value(low),
            "high": value(high),
            "start": self._place(low),
            "end": self._place(high),
        }

    def _place(self, number: float) -> float:
        if self.low == self.high:
            return 0.5
        # Halves, as the distance of two numbers may be larger than any number.
        scale = log if self.log else (0.5).__mul__
        number = min(max(number, self.low), self.high)
        low, high = scale(self.low), scale(self.high)
        return (scale(number) - low) / (high - low)


def _range(part: _Part, study_id: int, axis: _Axis) -> ComparedRange:
    column = part.column
    return {
        "study_id": study_id,
        "n_trials": len(column.kinds) - column.kinds.count(ABSENT),
        "distributions": [distribution_json(one) for one in column.distributions],
        "range": axis.range(part.declared),
        "searched": axis.range(part.searched),
        "best": axis.range(part.best),
        "choices": part.choices,
    }
