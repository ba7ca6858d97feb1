"""Multi-objective studies in the form of Optuna 1.4 to 2.10, seen as real ones, and those that
are real ones and report vectors as these did.

A legacy study is a single-objective one whose value is 0.0. Its objective values are
"reported" as intermediate values: step ``i`` below n is objective ``i``, step
``n * (s + 1) + i`` is objective ``i`` of the vector reported at step ``s``. The
directions stand in a system attribute of the study. What ``optuna_dashboard.multi_objective``
makes has several directions and real values, and vectors at the same steps from n on.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan, nan

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
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.reader import TrialReader
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import StudyHeader

DIRECTIONS_KEY = "multi_objective:study:directions"
LAYOUT_KEY = "optuna_dashboard:multi_objective:layout"
NATIVE_LAYOUT = "native"

_PREFIXES = ("multi_objective:", "optuna_dashboard:multi_objective:")
_HELPER_PREFIX = "_motpe-"


def legacy_headers(headers: Iterable[StudyHeader]) -> list[StudyHeader]:
    """The same studies, legacy multi-objective ones with their real directions.

    The studies that old samplers made beside them are marked as helpers.
    """
    seen = [_legacy_header(header) for header in headers]
    helped = {header.name for header in seen if header.reports_vectors}
    return [_helper_header(header, helped) for header in seen]


def reader_for(header: StudyHeader, stored: Callable[[int], TrialReader]) -> TrialReader:
    """What reads a study; ``stored`` makes the reader of so many stored objectives."""
    n_objectives = len(header.directions)
    if header.is_legacy_multi_objective:
        return LegacyReader(stored(1), n_objectives)
    if header.reports_vectors:
        return VectorReader(stored(n_objectives), n_objectives)
    return stored(n_objectives)


def _legacy_header(header: StudyHeader) -> StudyHeader:
    attrs = header.system_attrs
    directions = legacy_directions(attrs) if len(header.directions) == 1 else None
    if directions is None and attrs.get(LAYOUT_KEY) != NATIVE_LAYOUT:
        return header
    return replace(
        header,
        directions=directions or header.directions,
        system_attrs=_without_legacy(attrs),
        is_legacy_multi_objective=directions is not None,
        reports_vectors=True,
    )


def _helper_header(header: StudyHeader, helped: set[str]) -> StudyHeader:
    name = header.name.removeprefix(_HELPER_PREFIX)
    if name != header.name and name in helped:
        return replace(header, helper_of=name)
    return header


def legacy_directions(attrs: Mapping[str, JSON]) -> tuple[Direction, ...] | None:
    """The directions that the system attributes of a legacy study hold, None of any other."""
    names = attrs.get(DIRECTIONS_KEY)
    if attrs.get(LAYOUT_KEY) == NATIVE_LAYOUT or not isinstance(names, list) or not names:
        return None
    directions = tuple(Direction.parse(str(name)) for name in names)
    return None if Direction.NOT_SET in directions else directions


def _without_legacy(attrs: Mapping[str, JSON]) -> dict[str, JSON]:
    return {key: value for key, value in attrs.items() if not key.startswith(_PREFIXES)}


class VectorReader:
    """Reads a study that reports vectors through the reader of what is really stored."""

    def __init__(self, stored: TrialReader, n_objectives: int) -> None:
        self._stored = stored
        self._n = n_objectives

    def count(self) -> int:
        return self._stored.count()

    def first_trials(self, n: int) -> list[Trial] | None:
        trials = self._stored.first_trials(n)
        return None if trials is None else [self._trial(trial) for trial in trials]

    def index(self) -> TrialIndex:
        return self._stored.index()

    def times(self) -> TimeColumns:
        return self._stored.times()

    def values(self) -> "list[array[float]]":
        return self._stored.values()

    def param_names(self) -> list[str]:
        return self._stored.param_names()

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        return self._stored.params(names)

    def all_params(self) -> list[ParamColumn]:
        return self._stored.all_params()

    def user_attr_names(self) -> list[str]:
        return self._stored.user_attr_names()

    def user_attr(self, name: str) -> list[JSON]:
        return self._stored.user_attr(name)

    def constraints(self) -> ConstraintColumns:
        return self._stored.constraints()

    def intermediate_values(self, rows: Sequence[int] | None = None) -> IntermediateColumns:
        """None: what is reported at a step is a vector; see ``Trial.intermediate_vectors``."""
        offsets = array("q", [0]) * (len(self.index()) + 1)
        return IntermediateColumns(offsets, array("q"), array("d"))

    def report_ends(self) -> ReportEnds:
        return ReportEnds.of_none(len(self.index()))

    def has_intermediate_values(self) -> bool:
        return False

    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._stored.all_user_attrs()

    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        stored = self._stored.all_system_attrs()
        return {row: _without_legacy(attrs) for row, attrs in stored.items()}

    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        stored = self._stored.attrs_of(rows)
        system = {row: _without_legacy(attrs) for row, attrs in stored.system.items()}
        return TrialAttrs(stored.user, system)

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        return [self._trial(trial) for trial in self._stored.trials(rows)]

    def _trial(self, trial: Trial) -> Trial:
        return replace(
            trial,
            system_attrs=_without_legacy(trial.system_attrs),
            intermediate_values={},
            intermediate_vectors=self._vectors_of(trial.intermediate_values),
        )

    def _vectors_of(
        self, reports: Mapping[int, float | None]
    ) -> dict[int, tuple[float | None, ...]]:
        n = self._n
        steps = sorted({key // n - 1 for key in reports if key >= n})
        return {s: tuple(reports.get(n * (s + 1) + i) for i in range(n)) for s in steps}


class LegacyReader(VectorReader):
    """Reads a legacy study, whose values are reported as well."""

    def values(self) -> "list[array[float]]":
        """The values of complete trials; a trial that lacks one has none."""
        states = self.index().states
        reports = self._stored.intermediate_values()
        columns = [array("d", [nan]) * len(states) for _ in range(self._n)]
        for row, state in enumerate(states):
            if state != TrialState.COMPLETE:
                continue
            start, end = reports.offsets[row], reports.offsets[row + 1]
            values = self._values_of(
                dict(zip(reports.steps[start:end], reports.values[start:end]))
            )
            for column, value in zip(columns, values or ()):
                column[row] = value
        return columns

    def _trial(self, trial: Trial) -> Trial:
        complete = trial.state is TrialState.COMPLETE
        values = self._values_of(trial.intermediate_values) if complete else None
        return replace(super()._trial(trial), values=values)

    def _values_of(self, reports: Mapping[int, float | None]) -> list[float] | None:
        found = (reports.get(i) for i in range(self._n))
        values = [value for value in found if value is not None and not isnan(value)]
        return values if len(values) == self._n else None
