"""What a journal says of one study, gathered operation by operation."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import nan
from typing import Any

from optuna_dashboard.storage.cells import TimeParser
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState


@dataclass(slots=True)
class ParamLog:
    """Settings of parameters in the order in which they were written."""

    rows: "array[int]" = field(default_factory=lambda: array("q"))
    names: list[str] = field(default_factory=list)
    internals: "array[float]" = field(default_factory=lambda: array("d"))
    distributions: list[str] = field(default_factory=list)  # JSON texts, few distinct ones


@dataclass(slots=True)
class ReportLog:
    """Intermediate values in the order in which they were written."""

    rows: "array[int]" = field(default_factory=lambda: array("q"))
    steps: "array[int]" = field(default_factory=lambda: array("q"))
    values: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, row: int, step: int, value: float | None) -> None:
        # What is no number fails before anything has been added.
        number = nan if value is None else value * 1.0
        self.steps.append(step)
        self.values.append(number)
        self.rows.append(row)


class StudyLog:
    """One study as far as the journal has been read. Row i is trial number i."""

    def __init__(self, study_id: int, name: str, directions: tuple[Direction, ...]) -> None:
        self.id = study_id
        self.name = name
        self.directions = directions
        self.user_attrs: dict[str, JSON] = {}
        self.system_attrs: dict[str, JSON] = {}
        self.trial_ids = array("q")
        self.states = bytearray()
        self.starts = array("d")
        self.completes = array("d")
        self.values: list[list[float] | None] = []
        self.trial_user_attrs: dict[int, dict[str, JSON]] = {}
        self.trial_system_attrs: dict[int, dict[str, JSON]] = {}
        self.params = ParamLog()
        self.reports = ReportLog()
        self.has_utc_times = False
        self.has_local_times = False
        # Name of a parameter -> the first trial that has it and its search space there.
        self.first_spaces: dict[str, tuple[int, str]] = {}
        self._parse_time = TimeParser()

    def add_trial(self, trial_id: int, op: Mapping[str, Any]) -> None:
        """Take a new trial, which may come finished (``Study.add_trial``)."""
        row = len(self.trial_ids)
        state = int(TrialState(op.get("state", TrialState.RUNNING)))
        start, complete = self.time(op["datetime_start"]), self.time(op.get("datetime_complete"))
        value = op.get("value")
        values = op.get("values") if value is None else [value]
        self.trial_ids.append(trial_id)
        self.states.append(state)
        self.starts.append(start)
        self.completes.append(complete)
        self.values.append(values)
        distributions = op.get("distributions") or {}
        for name, internal in (op.get("params") or {}).items():
            self.set_param(row, name, internal, distributions[name])
        for step, reported in (op.get("intermediate_values") or {}).items():
            self.reports.add(row, int(step), reported)
        if attrs := op.get("user_attrs"):
            self.trial_user_attrs[row] = dict(attrs)
        if attrs := op.get("system_attrs"):
            self.trial_system_attrs[row] = dict(attrs)

    def set_param(self, row: int, name: str, internal: float, distribution: str) -> None:
        params = self.params
        # The number first: if it is none, nothing has been added.
        params.internals.append(internal)
        first = self.first_spaces.get(name)
        if first is None or row <= first[0]:
            self.first_spaces[name] = row, distribution
        params.rows.append(row)
        params.names.append(name)
        params.distributions.append(distribution)

    def set_state(self, row: int, op: Mapping[str, Any]) -> None:
        state, values = TrialState(op["state"]), op["values"]
        if state is TrialState.RUNNING:
            self.starts[row] = self.time(op["datetime_start"])
        elif state.is_finished:
            self.completes[row] = self.time(op["datetime_complete"])
        self.states[row] = state
        if values is not None:
            self.values[row] = values

    def time(self, text: str | None) -> float:
        """Seconds of a written time; Optuna 5 writes UTC and says so, earlier ones local."""
        if not text:
            return nan
        if text.endswith("+00:00"):
            self.has_utc_times = True
            return self._parse_time(text[:-6])
        self.has_local_times = True
        return self._parse_time(text)
