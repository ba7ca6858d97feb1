"""The order of the trial table: by any column, with what is missing always last."""

from collections.abc import Callable, Sequence
from math import isnan
from typing import Any

from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study import masks
from optuna_dashboard.study.columns import ParamColumn
from optuna_dashboard.study.distributions import CategoricalDistribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

# As states matter to a person, not as Optuna numbers them.
_STATE_RANKS = {
    TrialState.COMPLETE: 0,
    TrialState.PRUNED: 1,
    TrialState.RUNNING: 2,
    TrialState.WAITING: 3,
    TrialState.FAIL: 4,
    TrialState.UNKNOWN: 5,
}

Keys = Sequence[Any]  # one key for each row, None where the row has none


class SortError(ValueError):
    """No such sort; the text says which there are."""


def ordered_rows(
    study: Study, sort: str, states: frozenset[TrialState], filter_text: str
) -> Sequence[int]:
    """Rows of the trials in the given states (none given: in any) that pass a filter, sorted.

    ``sort`` is the name of a column, with ``-`` before it for the reverse. Rows with the
    same key keep the order of their numbers.

    Raises:
        SortError: if there is no such column.
        FilterError: if the filter is not one for this study.
    """
    order = _sorted_rows(study, sort)
    if not states and not filter_text.strip():
        return order

    def pick() -> list[int]:
        wanted = matching(study, filter_text)
        if states:
            wanted = masks.both(wanted, masks.in_states(study.index.states, *states))
        return [row for row in order if wanted[row]]

    return study.order((sort, states, filter_text), pick)


def _sorted_rows(study: Study, sort: str) -> Sequence[int]:
    descending = sort.startswith("-")
    column = sort.removeprefix("-")
    if column == "number":
        everything = range(len(study.index))
        return everything[::-1] if descending else everything
    keys = _keys_of(study, column)
    return study.order(sort, lambda: _sort(keys(), descending))


def _sort(keys: Keys, descending: bool) -> list[int]:
    present = [row for row, key in enumerate(keys) if key is not None]
    missing = [row for row, key in enumerate(keys) if key is None]
    return sorted(present, key=keys.__getitem__, reverse=descending) + missing


def _keys_of(study: Study, column: str) -> Callable[[], Keys]:
    """What makes the keys of a column, once the column is known to be there."""
    kind, _, name = column.partition(":")
    if kind == "param" and name in study.param_names:
        return lambda: _param_keys(study.param(name))
    if kind == "attr" and name in study.user_attr_names:
        return lambda: [_json_key(item) for item in study.user_attr(name)]
    if kind == "constraint" and name in study.constraints.values:
        return lambda: _numbers(study.constraints.values[name])
    if kind == "value" and name in map(str, range(len(study.directions))):
        return lambda: _numbers(study.values[int(name)])
    simple = _SIMPLE.get(column)
    if simple is None:
        raise SortError(_explain(study, column))
    return lambda: simple(study)


def _param_keys(column: ParamColumn) -> Keys:
    categorical = [isinstance(d, CategoricalDistribution) for d in column.distributions]
    if any(categorical) and len(categorical) > 1:
        # An index means something else in every set of choices: compare what it stands for.
        return [_json_key(column.external(row)) for row in range(len(column.kinds))]
    return _numbers(column.internal)


def _json_key(item: JSON) -> tuple[int, float, str] | None:
    """Numbers in their order, before everything else in the order of its text."""
    if item is None or (isinstance(item, float) and isnan(item)):
        return None
    if isinstance(item, (int, float)) and not isinstance(item, bool):
        return (0, item, "")
    return (1, 0, str(item))


def _numbers(column: Sequence[float]) -> Keys:
    return [None if isnan(number) else number for number in column]


def _durations(study: Study) -> Keys:
    times = study.times
    return _numbers([end - start for start, end in zip(times.start, times.complete)])


_SIMPLE: dict[str, Callable[[Study], Keys]] = {
    # What violates a constraint comes last; without constraints everything is feasible.
    "feasible": lambda study: [not feasible for feasible in study.constraints.feasible],
    "state": lambda study: [_STATE_RANKS[TrialState(code)] for code in study.index.states],
    "start": lambda study: _numbers(study.times.start),
    "complete": lambda study: _numbers(study.times.complete),
    "duration": _durations,
}


def _explain(study: Study, column: str) -> str:
    values = ", ".join(f"value:{i}" for i in range(len(study.directions)))
    return (
        f"sort={column} is no column of this study; there are number, state, feasible, start, "
        f"complete, duration, {values}, param:NAME of a parameter, attr:NAME of a user attribute "
        "and constraint:NAME of a constraint"
    )
