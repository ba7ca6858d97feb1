"""Parameter columns, built from single settings in any order."""

from array import array
from collections.abc import Iterable
from math import nan
from typing import TypeAlias

from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.row_lookup import OTHER, RowLookup
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.distributions import Distribution, parse_distribution

_Known: TypeAlias = "tuple[int, array[float], array[int]]"
_BROKEN = "Some parameters have a damaged search space; they are left out."


class DistributionCache(dict[object, "Distribution | None"]):
    """Distribution of each JSON text, read once; None where there is none, or it is damaged."""

    def __init__(self, warnings: list[str]) -> None:
        super().__init__()
        self._warnings = warnings

    def tell(self, warnings: list[str]) -> None:
        """Warn of what was found to be damaged, and from now on, in another list."""
        self._warnings = warnings
        if None in self.values():
            warn(warnings, _BROKEN)

    def __missing__(self, text: object) -> Distribution | None:
        found: Distribution | None = None
        try:
            if isinstance(text, str):
                found = parse_distribution(text)
        except ValueError:
            pass
        if found is None:
            warn(self._warnings, _BROKEN)
        self[text] = found
        return found


class ParamBuilder:
    """Collects ``(trial, name, internal value, distribution text)`` into columns."""

    def __init__(self, n_trials: int, distributions: DistributionCache) -> None:
        self._n_trials = n_trials
        self._distributions = distributions
        self._columns: dict[str, ParamColumn] = {}
        # For each parameter, distribution text -> index into its distributions, and columns.
        self._known: dict[str, dict[str, _Known]] = {}

    def fill(self, settings: Iterable[tuple[int, str, float, str]], lookup: RowLookup) -> None:
        """Add settings; the last one wins where a trial has two of one name."""
        rows, first, known = lookup.rows, lookup.first, self._known
        for trial_id, name, value, text in settings:
            row = rows[trial_id - first]
            if row == OTHER:
                continue
            try:
                kind, internal, kinds = known[name][text]
                internal[row] = value
                kinds[row] = kind
            except (KeyError, TypeError):
                self._add(row, name, value, text)

    def columns(self) -> list[ParamColumn]:
        """What was collected, sorted by name."""
        return [self._columns[name] for name in sorted(self._columns)]

    def _add(self, row: int, name: object, value: object, text: object) -> None:
        """Take a setting that is the first of its kind, or damaged."""
        distribution = self._distributions[text]
        if distribution is None or not isinstance(text, str):
            return
        if not isinstance(name, str) or not isinstance(value, (int, float)):
            return
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = self._empty(name)
            self._known[name] = {}
        if text not in self._known[name]:
            self._known[name][text] = len(column.distributions), column.internal, column.kinds
            column.distributions.append(distribution)
        column.kinds[row] = self._known[name][text][0]
        column.internal[row] = value

    def _empty(self, name: str) -> ParamColumn:
        return ParamColumn(
            name,
            internal=array("d", [nan]) * self._n_trials,
            kinds=array("i", [ABSENT]) * self._n_trials,
            distributions=[],
        )
