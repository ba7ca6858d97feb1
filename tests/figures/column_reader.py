"""A study held in memory, given trial by trial."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from math import nan

from optuna_dashboard.study.columns import (
    ABSENT,
    ConstraintColumns,
    IntermediateColumns,
    ParamColumn,
    ReportEnds,
    TimeColumns,
    Trial,
    TrialAttrs,
    TrialIndex,
)
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock, Study, StudyHeader


@dataclass(frozen=True)
class Row:
    """A trial, as far as figures see it."""

    values: Sequence[float] | None = None
    state: TrialState = TrialState.COMPLETE
    feasible: bool = True
    start: datetime | None = None
    complete: datetime | None = None
    user_attrs: Mapping[str, JSON] = field(default_factory=dict)
    system_attrs: Mapping[str, JSON] = field(default_factory=dict)
    params: "Mapping[str, tuple[JSON, Distribution]]" = field(default_factory=dict)
    reports: Mapping[int, float] = field(default_factory=dict)  # by step
    vectors: "Mapping[int, tuple[float | None, ...]]" = field(default_factory=dict)
    constraints: Mapping[str, float] = field(default_factory=dict)
    number: int = -1  # the place in the list unless given

    @property
    def internal_params(self) -> dict[str, tuple[float, Distribution]]:
        """The parameters as the numbers that a storage keeps."""
        return {name: (_internal(*pair), pair[1]) for name, pair in self.params.items()}


class ColumnReader:
    """A ``TrialReader`` over a list of rows."""

    def __init__(self, n_objectives: int, rows: Iterable[Row]) -> None:
        self.n_objectives = n_objectives
        self.rows = [
            row if row.number >= 0 else replace(row, number=number)
            for number, row in enumerate(rows)
        ]

    def count(self) -> int:
        return len(self.rows)

    def first_trials(self, n: int) -> list[Trial] | None:
        return None

    def index(self) -> TrialIndex:
        return TrialIndex(
            ids=array("q", range(len(self.rows))),
            numbers=array("q", [row.number for row in self.rows]),
            states=bytearray(row.state for row in self.rows),
        )

    def times(self) -> TimeColumns:
        return TimeColumns(
            start=array("d", [seconds(row.start) for row in self.rows]),
            complete=array("d", [seconds(row.complete) for row in self.rows]),
        )

    def values(self) -> "list[array[float]]":
        return [
            array("d", [nan if row.values is None else row.values[i] for row in self.rows])
            for i in range(self.n_objectives)
        ]

    def param_names(self) -> list[str]:
        return sorted({name for row in self.rows for name in row.params})

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        known = self.param_names()
        return [self._param(name) for name in names if name in known]

    def all_params(self) -> list[ParamColumn]:
        return self.params(self.param_names())

    def _param(self, name: str) -> ParamColumn:
        column = ParamColumn(name, array("d"), array("i"), [])
        for row in self.rows:
            value, distribution = row.internal_params.get(name, (nan, None))
            if distribution is not None and distribution not in column.distributions:
                column.distributions.append(distribution)
            kinds = column.distributions
            column.internal.append(value)
            column.kinds.append(ABSENT if distribution is None else kinds.index(distribution))
        return column

    def user_attr_names(self) -> list[str]:
        return sorted({name for row in self.rows for name in row.user_attrs})

    def user_attr(self, name: str) -> list[JSON]:
        return [row.user_attrs.get(name) for row in self.rows]

    def constraints(self) -> ConstraintColumns:
        limits = [row.constraints for row in self.rows]
        return ConstraintColumns(
            present=any(limits) or not all(row.feasible for row in self.rows),
            feasible=bytearray(
                row.feasible and all(value <= 0 for value in row.constraints.values())
                for row in self.rows
            ),
            values={
                name: array("d", [own.get(name, nan) for own in limits])
                for name in {name for own in limits for name in own}
            },
        )

    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        return {i: dict(row.user_attrs) for i, row in enumerate(self.rows) if row.user_attrs}

    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        return {i: dict(row.system_attrs) for i, row in enumerate(self.rows) if row.system_attrs}

    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        user, system = self.all_user_attrs(), self.all_system_attrs()
        return TrialAttrs(
            {row: user[row] for row in rows if row in user},
            {row: system[row] for row in rows if row in system},
        )

    def has_intermediate_values(self) -> bool:
        return any(row.reports for row in self.rows)

    def intermediate_values(self, rows: Sequence[int] | None = None) -> IntermediateColumns:
        columns = IntermediateColumns(array("q", [0]), array("q"), array("d"))
        wanted = set(range(len(self.rows)) if rows is None else rows)
        for i, row in enumerate(self.rows):
            if i in wanted:
                columns.steps.extend(sorted(row.reports))
                columns.values.extend(row.reports[step] for step in sorted(row.reports))
            columns.offsets.append(len(columns.steps))
        return columns

    def report_ends(self) -> ReportEnds:
        return self.intermediate_values().ends()

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        return [self._trial(self.rows[row]) for row in rows]

    def _trial(self, row: Row) -> Trial:
        return Trial(
            id=row.number,
            number=row.number,
            state=row.state,
            values=None if row.values is None else list(row.values),
            start=row.start,
            complete=row.complete,
            params=row.internal_params,
            user_attrs=dict(row.user_attrs),
            system_attrs=dict(row.system_attrs),
            intermediate_values={**row.reports},
            intermediate_vectors={**row.vectors},
            constraints=dict(row.constraints),
        )


def _internal(value: JSON, distribution: Distribution) -> float:
    if isinstance(distribution, CategoricalDistribution):
        return float([repr(choice) for choice in distribution.choices].index(repr(value)))
    assert isinstance(value, (int, float))
    return float(value)


def study_of(
    rows: Iterable[Row],
    *directions: Direction,
    name: str = "study",
    system_attrs: "Mapping[str, JSON] | None" = None,
    clock: Clock = "as-written",
) -> Study:
    """A study with these trials; one objective to be minimized unless told otherwise."""
    directions = directions or (Direction.MINIMIZE,)
    header = StudyHeader(
        id=1,
        name=name,
        directions=directions,
        user_attrs={},
        system_attrs=dict(system_attrs or {}),
        clock=clock,
    )
    return Study(header, ColumnReader(len(directions), rows))


def seconds(time: datetime | None) -> float:
    """Seconds since 1970 of the written clock."""
    return nan if time is None else time.replace(tzinfo=timezone.utc).timestamp()
