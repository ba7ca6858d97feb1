"""What a storage must be able to say about one study's trials."""

from array import array
from collections.abc import Sequence
from typing import Protocol

from optuna_dashboard.study.columns import (
    ConstraintColumns,
    IntermediateColumns,
    ParamColumn,
    ReportEnds,
    TimeColumns,
    Trial,
    TrialAttrs,
    TrialIndex,
)
from optuna_dashboard.study.json import JSON


class TrialReader(Protocol):
    """Reads columns on demand; every method returns rows in the order of ``index()``.

    Nothing is cached here: ``Study`` keeps what it has read.
    A damaged table is told to the storage's ``warnings`` and read as empty.
    """

    def count(self) -> int:
        """How many trials there are, without reading them."""
        ...

    def first_trials(self, n: int) -> list[Trial] | None:
        """The first trials by number, None where that takes reading the whole index."""
        ...

    def index(self) -> TrialIndex: ...

    def times(self) -> TimeColumns: ...

    def values(self) -> "list[array[float]]":
        """One array per objective, NaN where a trial has no values."""
        ...

    def param_names(self) -> list[str]:
        """Every parameter name that occurs, sorted."""
        ...

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        """The columns of these parameters, those that do not occur left out."""
        ...

    def all_params(self) -> list[ParamColumn]:
        """Every parameter, sorted by name."""
        ...

    def user_attr_names(self) -> list[str]:
        """Every user attribute key that occurs, sorted."""
        ...

    def user_attr(self, name: str) -> list[JSON]:
        """One user attribute over all trials, None where it is not set."""
        ...

    def constraints(self) -> ConstraintColumns: ...

    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        """Every user attribute of every trial, row -> key -> value, for answers that hold a
        whole study; a row without any is left out."""
        ...

    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        """The same of system attributes."""
        ...

    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        """Every attribute of a few trials."""
        ...

    def intermediate_values(self, rows: Sequence[int] | None = None) -> IntermediateColumns:
        """What all trials reported. Only ``rows`` are sure to be there where these are given."""
        ...

    def report_ends(self) -> ReportEnds:
        """How much trials reported and what at last, without reading the rest."""
        ...

    def has_intermediate_values(self) -> bool:
        """Whether there is any, without reading them."""
        ...

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        """The given rows in full, in the given order."""
        ...
