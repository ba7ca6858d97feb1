"""A study: its name, directions and attributes, and its trials as lazily read columns."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import Literal

from optuna_dashboard.study.attr_kinds import UserAttrKinds, user_attr_kinds
from optuna_dashboard.study.attrs.plots import SavedPlot, read_saved_plots
from optuna_dashboard.study.attrs.preferences import Preferences, read_preferences
from optuna_dashboard.study.best import best_rows
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
from optuna_dashboard.study.growth import KnownColumns
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.latest import Latest
from optuna_dashboard.study.masks import Mask
from optuna_dashboard.study.preferred import preferred_rows
from optuna_dashboard.study.reader import TrialReader
from optuna_dashboard.study.states import TrialState

# "utc": written by Optuna 5 or later. "as-written": local time of an unknown writer.
Clock = Literal["utc", "as-written"]

# An order takes some 40 MB for a million trials, a mask 1 MB.
_MOST_ORDERS = 6
_MOST_MASKS = 24

# Of more rows than this share, it is quicker to read what all of them reported.
_FEW = 0.25

# Those that are read once, when they are first asked for.
_COLUMNS = (
    "index",
    "times",
    "values",
    "constraints",
    "intermediate_values",
    "report_ends",
    "has_intermediate_values",
    "param_names",
    "user_attr_names",
    "user_attr_kinds",
)


@dataclass(frozen=True, slots=True)
class StudyHeader:
    """What a storage knows of a study before any trial is read."""

    id: int
    name: str
    directions: tuple[Direction, ...]
    user_attrs: dict[str, JSON]
    system_attrs: dict[str, JSON]
    clock: Clock
    # A multi-objective study in the form of Optuna 1.4 to 2.10, shown as a real one.
    is_legacy_multi_objective: bool = False
    # What its trials report at a step is one number for each objective.
    reports_vectors: bool = False
    # Name of the legacy study that this one (``_motpe-...``) only helps.
    helper_of: str | None = None

    @property
    def metric_names(self) -> list[str] | None:
        """Names of the objectives, if the user gave one for each."""
        for key in ("study:metric_names", "dashboard:objective_names"):
            names = self.system_attrs.get(key)
            if isinstance(names, list) and len(names) == len(self.directions):
                return [str(name) for name in names]
        return None

    @property
    def objective_labels(self) -> list[str]:
        """Axis titles: metric names, else ``Objective Value`` or ``Objective 0``, ..."""
        if self.metric_names:
            return self.metric_names
        if len(self.directions) == 1:
            return ["Objective Value"]
        return [f"Objective {i}" for i in range(len(self.directions))]

    @property
    def is_preferential(self) -> bool:
        return self.system_attrs.get("preference:is_preferential") is True


class Study:
    """One revision of a study. Columns are read when first asked for and then kept."""

    def __init__(
        self, header: StudyHeader, reader: TrialReader, known: KnownColumns | None = None
    ) -> None:
        self.header = header
        self._reader = reader
        self._params: dict[str, ParamColumn] = {}
        self._user_attrs: dict[str, list[JSON]] = {}
        self._orders = Latest[list[int]](_MOST_ORDERS)
        self._masks = Latest[Mask](_MOST_MASKS)
        if known is not None:
            self._know(known)

    @property
    def known(self) -> KnownColumns:
        """The columns that were read so far."""
        read = {name: vars(self).get(name) for name in _COLUMNS}
        return KnownColumns(**read, params=dict(self._params), user_attrs=dict(self._user_attrs))

    def _know(self, known: KnownColumns) -> None:
        read = {name: column for name in _COLUMNS if (column := getattr(known, name)) is not None}
        vars(self).update(read)
        self._params = dict(known.params)
        self._user_attrs = dict(known.user_attrs)

    @property
    def id(self) -> int:
        return self.header.id

    @property
    def name(self) -> str:
        return self.header.name

    @property
    def directions(self) -> tuple[Direction, ...]:
        return self.header.directions

    @cached_property
    def n_trials(self) -> int:
        return self._reader.count()

    @cached_property
    def index(self) -> TrialIndex:
        return self._reader.index()

    @property
    def _columns(self) -> TrialReader:
        """The reader. Which trials there are is to be known before anything is read of them:
        what comes later is told apart by it."""
        _ = self.index
        return self._reader

    @cached_property
    def times(self) -> TimeColumns:
        return self._columns.times()

    @cached_property
    def values(self) -> "list[array[float]]":
        return self._columns.values()

    @cached_property
    def constraints(self) -> ConstraintColumns:
        return self._columns.constraints()

    @cached_property
    def intermediate_values(self) -> IntermediateColumns:
        return self._columns.intermediate_values()

    @cached_property
    def report_ends(self) -> ReportEnds:
        """How much every trial reported and what at last; quicker than all that it reported."""
        known: IntermediateColumns | None = vars(self).get("intermediate_values")
        return self._columns.report_ends() if known is None else known.ends()

    def reports_of(self, rows: Sequence[int]) -> IntermediateColumns:
        """What the given rows reported; other rows may be empty in it."""
        if "intermediate_values" in vars(self) or len(rows) > len(self.index) * _FEW:
            return self.intermediate_values
        return self._columns.intermediate_values(rows)

    @cached_property
    def has_intermediate_values(self) -> bool:
        return self._columns.has_intermediate_values()

    @cached_property
    def param_names(self) -> list[str]:
        return self._columns.param_names()

    @cached_property
    def user_attr_names(self) -> list[str]:
        return self._columns.user_attr_names()

    @cached_property
    def user_attr_kinds(self) -> UserAttrKinds:
        return user_attr_kinds(self.all_user_attrs(), self.index.states)

    @cached_property
    def saved_plots(self) -> list[SavedPlot]:
        """Figures that a program of the user's saved with the study."""
        return read_saved_plots(self.header.system_attrs)

    @cached_property
    def preferences(self) -> Preferences:
        """What people said about which trials are better."""
        return read_preferences(self.header.system_attrs)

    @cached_property
    def best_rows(self) -> list[int]:
        """Rows of the best trial, or of the Pareto front; see ``best.best_rows``.

        Those of a preferential study are the ones that people preferred.
        """
        if self.header.is_preferential:
            return preferred_rows(self.preferences, self.index)
        return best_rows(
            self.directions, self.index.states, self.values, self.constraints.feasible
        )

    @property
    def n_feasible(self) -> int:
        """How many complete trials violate no constraint."""
        feasible = self.constraints.feasible
        return sum(feasible[row] for row in self.index.rows_in(TrialState.COMPLETE))

    @property
    def best(self) -> tuple[float, int] | None:
        """Value and number of the best trial of a single-objective study, if there is one.

        A preferential study has no best value: Optuna wants one of each complete trial, and
        dashboards write 0 for all.
        """
        if self.header.is_preferential:
            return None
        for row in self.best_rows:
            return self.values[0][row], self.index.numbers[row]
        return None

    @cached_property
    def state_counts(self) -> dict[TrialState, int]:
        """How many trials are in each state, states without a trial left out."""
        states = self.index.states
        return {state: n for state in TrialState if (n := states.count(state))}

    def param(self, name: str) -> ParamColumn:
        """One parameter over all trials.

        Raises:
            KeyError: if no trial of the study has this parameter.
        """
        return self.params([name])[0]

    def params(self, names: Sequence[str]) -> list[ParamColumn]:
        """Several parameters in one pass over the file.

        Raises:
            KeyError: if no trial of the study has one of these parameters.
        """
        missing = [name for name in names if name not in self._params]
        if missing:
            self._params.update((c.name, c) for c in self._columns.params(missing))
        for name in missing:
            if name not in self._params:
                self._params[name] = self._unreadable_param(name)
        return [self._params[name] for name in names]

    def all_params(self) -> list[ParamColumn]:
        """Every parameter, sorted by name, in one pass over the file."""
        self.read_params()
        return self.params(self.param_names)

    def read_params(self) -> None:
        """Read every parameter together with the names, unless these are known."""
        if "param_names" not in self.__dict__:
            columns = self._columns.all_params()
            self._params = {column.name: column for column in columns}
            self.__dict__["param_names"] = [column.name for column in columns]

    def _unreadable_param(self, name: str) -> ParamColumn:
        """A column without a value: in a damaged file a name may outlive its values."""
        if name not in self.param_names:
            raise KeyError(name)
        n_trials = len(self.index)
        return ParamColumn(name, array("d", [nan]) * n_trials, array("i", [ABSENT]) * n_trials, [])

    def user_attr(self, name: str) -> list[JSON]:
        """One user attribute over all trials, None where it is not set."""
        if name not in self._user_attrs:
            self._user_attrs[name] = self._columns.user_attr(name)
        return self._user_attrs[name]

    def first_trials(self, n: int) -> list[Trial]:
        """The first trials by number; quick even if nothing of the study was read before."""
        trials = None if "index" in self.__dict__ else self._reader.first_trials(n)
        return self.trials(range(min(n, len(self.index)))) if trials is None else trials

    def attrs(self) -> TrialAttrs:
        """Every attribute of every trial; not kept, because it may be large."""
        found = TrialAttrs(self.all_user_attrs(), self.all_system_attrs())
        if "user_attr_kinds" not in self.__dict__:
            self.__dict__["user_attr_kinds"] = user_attr_kinds(found.user, self.index.states)
        return found

    def attrs_of(self, rows: Sequence[int]) -> TrialAttrs:
        """Every attribute of a few trials."""
        return self._columns.attrs_of(rows)

    def all_user_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._columns.all_user_attrs()

    def all_system_attrs(self) -> dict[int, dict[str, JSON]]:
        return self._columns.all_system_attrs()

    def trials(self, rows: Sequence[int]) -> list[Trial]:
        """The given rows in full, in the given order."""
        return self._reader.trials(rows)

    def order(self, key: object, make: Callable[[], list[int]]) -> list[int]:
        """A list of rows (a sort or a filter), kept with the latest others for each ``key``."""
        return self._orders.get(key, make)

    def mask(self, key: object, make: Callable[[], Mask]) -> Mask:
        """A set of rows, kept with the latest others for each ``key``."""
        return self._masks.get(key, make)
