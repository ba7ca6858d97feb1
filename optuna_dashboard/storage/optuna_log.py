"""The log of a study that is read through Optuna, brought up to date trial by trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.optuna_values import (
    DistributionTexts,
    internal_value,
    plain_attrs,
    written_seconds,
)
from optuna_dashboard.study.states import TrialState

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial


@dataclass(frozen=True, slots=True)
class _Open:
    """A trial that was not finished when it was read last, and what it had then.

    What it had is copied: a program that runs in this process may go on with the same object.
    """

    trial: "FrozenTrial"
    text: str
    params: frozenset[str]
    reports: dict[int, float]


class OptunaLog:
    """Follows the trials of one study. Those that are finished are never looked at again:
    Optuna changes them no more."""

    def __init__(self, log: StudyLog, *, is_utc: bool) -> None:
        self.log = log
        self._is_utc = is_utc
        self._open: dict[int, _Open] = {}
        self._last = ""
        self._texts = DistributionTexts()

    @property
    def mark(self) -> str:
        """A text that is another one whenever the trials are, whichever process made it."""
        texts = [open_.text for open_ in self._open.values()]
        return "\n".join([str(len(self.log.trial_ids)), self._last, *texts])

    def continues_with(self, trials: "Sequence[FrozenTrial]") -> bool:
        """Whether these are the trials that were read, and later ones."""
        last = len(self.log.trial_ids) - 1
        if last < 0 or last >= len(trials):
            return last < 0
        if last not in self._open:
            return repr(trials[last]) == self._last
        # What waits has no start yet; what has one keeps it.
        start = written_seconds(trials[last].datetime_start, is_utc=self._is_utc)
        is_same_start = isnan(self.log.starts[last]) or start == self.log.starts[last]
        return is_same_start and trials[last]._trial_id == self.log.trial_ids[last]

    def update(self, trials: "Sequence[FrozenTrial]") -> None:
        """Take what is new in all trials of the study, which are in order of number."""
        for row, open_ in list(self._open.items()):
            self._update_open(row, open_, trials[row])
        for row in range(len(self.log.trial_ids), len(trials)):
            self._add(row, trials[row])
        self._last = repr(trials[-1]) if trials else ""

    def _update_open(self, row: int, open_: _Open, trial: "FrozenTrial") -> None:
        # Optuna puts a changed copy in the place of a trial, or reads it anew.
        if trial is open_.trial:
            return
        text = repr(trial)
        if text != open_.text:
            self._write(row, trial, open_)
        self._keep_if_open(row, trial, text)

    def _add(self, row: int, trial: "FrozenTrial") -> None:
        log = self.log
        log.trial_ids.append(trial._trial_id)
        log.states.append(0)
        log.starts.append(nan)
        log.completes.append(nan)
        log.values.append(None)
        self._write(row, trial, None)
        self._keep_if_open(row, trial, None)

    def _keep_if_open(self, row: int, trial: "FrozenTrial", text: str | None) -> None:
        if trial.state.is_finished():
            self._open.pop(row, None)
        else:
            params, reports = frozenset(trial.params), dict(trial.intermediate_values)
            self._open[row] = _Open(trial, text or repr(trial), params, reports)

    def _write(self, row: int, trial: "FrozenTrial", old: _Open | None) -> None:
        log = self.log
        log.states[row] = TrialState.parse(trial.state.name)
        log.starts[row] = written_seconds(trial.datetime_start, is_utc=self._is_utc)
        log.completes[row] = written_seconds(trial.datetime_complete, is_utc=self._is_utc)
        log.values[row] = trial.values
        if trial.user_attrs:
            log.trial_user_attrs[row] = plain_attrs(trial.user_attrs)
        if trial.system_attrs:
            log.trial_system_attrs[row] = plain_attrs(trial.system_attrs)
        self._write_params(row, trial, old)
        self._write_reports(row, trial, old)

    def _write_params(self, row: int, trial: "FrozenTrial", old: _Open | None) -> None:
        for name, value in trial.params.items():
            if old is None or name not in old.params:
                distribution = trial.distributions[name]
                internal = internal_value(distribution, value)
                self.log.set_param(row, name, internal, self._texts(distribution))

    def _write_reports(self, row: int, trial: "FrozenTrial", old: _Open | None) -> None:
        known = {} if old is None else old.reports
        for step, value in trial.intermediate_values.items():
            # The last of two reports of a step counts.
            if step not in known or value != known[step]:
                self.log.reports.add(row, step, value)
