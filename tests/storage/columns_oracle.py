"""Holds the columns and the summary of a study against its trials in full.

Plain assertions without pytest or Optuna, because it also runs inside Pyodide.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from math import isnan, nan

from optuna_dashboard.storage.base import StudySummary
from optuna_dashboard.study.columns import ABSENT, Trial
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_EPOCH = datetime(1970, 1, 1)


def check_columns(study: Study) -> None:
    """Assert that every column says the same as the trials do."""
    trials = study.trials(range(len(study.index)))
    _check_index(study, trials)
    _check_values(study, trials)
    _check_params(study, trials)
    _check_attrs(study, trials)
    _check_intermediate_values(study, trials)
    _check_reports_of_some(study)
    _check_constraints(study, trials)


def check_summary(summary: StudySummary, study: Study) -> None:
    """Assert that the summary says the same as the columns do."""
    assert summary.header == study.header
    assert summary.state_counts == study.state_counts
    times = [t for t in [*study.times.start, *study.times.complete] if not isnan(t)]
    assert summary.last_activity == max(times, default=None)
    best_value, best_number, pareto_size = None, None, None
    if len(study.directions) > 1:
        pareto_size = len(study.best_rows)
    elif study.best:
        best_value, best_number = study.best
    assert (summary.best_value, summary.best_number) == (best_value, best_number)
    assert summary.pareto_size == pareto_size


def _check_index(study: Study, trials: Sequence[Trial]) -> None:
    index, times = study.index, study.times
    assert list(index.ids) == [trial.id for trial in trials]
    assert list(index.numbers) == [trial.number for trial in trials]
    assert [TrialState(code) for code in index.states] == [trial.state for trial in trials]
    assert list(index.numbers) == sorted(set(index.numbers))
    for row, trial in enumerate(trials):
        assert _time(times.start[row]) == trial.start
        assert _time(times.complete[row]) == trial.complete


def _time(seconds: float) -> datetime | None:
    return None if isnan(seconds) else _EPOCH + timedelta(microseconds=round(seconds * 1e6))


def _check_values(study: Study, trials: Sequence[Trial]) -> None:
    assert len(study.values) == len(study.directions)
    for row, trial in enumerate(trials):
        found = [column[row] for column in study.values]
        assert _same(found, trial.values or [nan] * len(found))


def _check_params(study: Study, trials: Sequence[Trial]) -> None:
    columns = study.all_params()
    assert [column.name for column in columns] == study.param_names
    assert study.param_names == sorted({name for trial in trials for name in trial.params})
    for column in columns:
        assert study.param(column.name) is column
        for row, trial in enumerate(trials):
            kind = column.kinds[row]
            if column.name in trial.params:
                internal, distribution = trial.params[column.name]
                assert column.internal[row] == internal
                assert repr(column.distributions[kind]) == repr(distribution)
            else:
                assert kind == ABSENT
                assert isnan(column.internal[row])
                assert column.external(row) is None


def _check_attrs(study: Study, trials: Sequence[Trial]) -> None:
    names = sorted({name for trial in trials for name in trial.user_attrs})
    assert study.user_attr_names == names
    for name in names:
        expected = [trial.user_attrs.get(name) for trial in trials]
        assert repr(study.user_attr(name)) == repr(expected)
    attrs = study.attrs()
    for row, trial in enumerate(trials):
        assert _typed(attrs.user.get(row, {})) == _typed(trial.user_attrs)
        assert _typed(attrs.system.get(row, {})) == _typed(trial.system_attrs)
    some = range(len(trials))[::-3]
    of_some = study.attrs_of(some)
    for row in some:
        assert _typed(of_some.user.get(row, {})) == _typed(trials[row].user_attrs)
        assert _typed(of_some.system.get(row, {})) == _typed(trials[row].system_attrs)
    assert not (of_some.user.keys() | of_some.system.keys()) - set(some)
    kinds = study.user_attr_kinds.of_all
    assert kinds == {name: _are_numbers(trials, name) for name in names}


def _are_numbers(trials: Sequence[Trial], name: str) -> bool:
    values = [trial.user_attrs[name] for trial in trials if name in trial.user_attrs]
    return all(type(value) in (int, float) for value in values)


def _typed(attrs: Mapping[str, JSON]) -> list[tuple[str, str]]:
    """Attributes as texts, because ``1 == True`` and ``nan != nan``."""
    return sorted((key, repr(value)) for key, value in attrs.items())


def _check_intermediate_values(study: Study, trials: Sequence[Trial]) -> None:
    columns = study.intermediate_values
    assert study.has_intermediate_values == bool(columns.steps)
    assert len(columns.offsets) == len(trials) + 1
    assert len(columns.steps) == len(columns.values) == columns.offsets[-1]
    for row, trial in enumerate(trials):
        part = slice(columns.offsets[row], columns.offsets[row + 1])
        expected = sorted(trial.intermediate_values.items())
        assert list(columns.steps[part]) == [step for step, _ in expected]
        assert _same(columns.values[part], [nan if v is None else v for _, v in expected])


def _check_reports_of_some(study: Study) -> None:
    reader, columns = study._reader, study.intermediate_values
    expected = columns.ends()
    # As it is stored, and as it is followed from one revision to the next.
    for found in (reader.report_ends(), study.report_ends):
        assert found.counts == expected.counts
        assert _same(found.last, expected.last)
    rows = range(0, len(study.index), 3)
    some = reader.intermediate_values(rows)
    assert len(some.offsets) == len(columns.offsets)
    for row in rows:
        part, whole = (slice(*read.offsets[row : row + 2]) for read in (some, columns))
        assert some.steps[part] == columns.steps[whole]
        assert _same(some.values[part], columns.values[whole])


def _check_constraints(study: Study, trials: Sequence[Trial]) -> None:
    columns = study.constraints
    assert columns.present == any(trial.constraints for trial in trials)
    assert [bool(flag) for flag in columns.feasible] == [trial.feasible for trial in trials]
    assert set(columns.values) == {name for trial in trials for name in trial.constraints}
    for name, column in columns.values.items():
        assert _same(column, [trial.constraints.get(name, nan) for trial in trials])


def _same(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(x == y or (isnan(x) and isnan(y)) for x, y in zip(a, b))
