"""The rows that a journal amounts to."""

import json
from collections.abc import Iterator, Mapping
from math import isnan
from pathlib import Path
from typing import Any

from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.journal_replay import Replay
from optuna_dashboard.storage.sqlite_layout import FRESH_INDEX
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.times import to_datetime

# A journal does not say which release wrote it, only whether its times are of UTC.
_UTC_RELEASE, _LOCAL_RELEASE = "5.0.0", "unknown"


class JournalRows:
    """Replays a journal; see ``Rows``."""

    index = FRESH_INDEX

    def __init__(self, path: Path, name: str) -> None:
        replay = Replay()
        replay.feed(path)
        self.warnings = replay.warnings(name)
        self._logs = list(replay.studies.values())
        is_utc = any(log.has_utc_times for log in self._logs)
        is_local = any(log.has_local_times for log in self._logs)
        if is_utc and is_local:
            self.warnings.append(
                f"{name} was written by Optuna 5, in UTC, and by an earlier one, in local time; "
                "times are copied as they are."
            )
        self.release = _UTC_RELEASE if is_utc and not is_local else _LOCAL_RELEASE

    def studies(self) -> Iterator[tuple[int, str]]:
        return ((log.id, log.name) for log in self._logs)

    def directions(self) -> Iterator[tuple[int, int, str]]:
        for log in self._logs:
            for objective, direction in enumerate(log.directions):
                yield log.id, objective, direction.name

    def study_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        for log in self._logs:
            attrs = log.user_attrs if kind == "user" else log.system_attrs
            yield from _texts(log.id, attrs)

    def trials(self) -> Iterator[tuple[int, int, int, str, str | None, str | None]]:
        for log in self._logs:
            for row, trial_id in enumerate(log.trial_ids):
                state = TrialState(log.states[row]).name
                times = _time(log.starts[row]), _time(log.completes[row])
                yield trial_id, row, log.id, state, *times

    def trial_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        for log in self._logs:
            by_row = log.trial_user_attrs if kind == "user" else log.trial_system_attrs
            for row, attrs in by_row.items():
                yield from _texts(log.trial_ids[row], attrs)

    def params(self) -> Iterator[tuple[int, str, float, str]]:
        for log in self._logs:
            # A parameter that was set twice has what was set last.
            p = log.params
            last = {key: i for i, key in enumerate(zip(p.rows, p.names))}
            for (row, name), i in last.items():
                yield log.trial_ids[row], name, p.internals[i], p.distributions[i]

    def values(self) -> Iterator[tuple[int, int, float]]:
        for log in self._logs:
            for row, values in enumerate(log.values):
                for objective, value in enumerate(values or ()):
                    yield log.trial_ids[row], objective, value

    def intermediate_values(self) -> Iterator[tuple[int, int, float | None]]:
        for log in self._logs:
            for (row, step), value in _last_reports(log).items():
                yield log.trial_ids[row], step, value

    def heartbeats(self) -> Iterator[tuple[int, Any]]:
        return iter(())


def _last_reports(log: StudyLog) -> dict[tuple[int, int], float]:
    reports = log.reports
    return dict(zip(zip(reports.rows, reports.steps), reports.values))


def _texts(owner: int, attrs: Mapping[str, JSON]) -> Iterator[tuple[int, str, str]]:
    return ((owner, key, json.dumps(value)) for key, value in attrs.items())


def _time(seconds: float) -> str | None:
    return None if isnan(seconds) else to_datetime(seconds).isoformat(" ", "microseconds")
