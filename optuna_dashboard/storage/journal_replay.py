"""The replay of a journal: operations in, studies out, as Optuna does it.

Where Optuna gives up (a damaged line, an operation it does not know), the line is
skipped and told.
"""

from array import array
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import isnan
from pathlib import Path
from typing import Any

from optuna_dashboard.storage.journal_log import StudyLog
from optuna_dashboard.storage.param_builder import DistributionCache
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, Distribution
from optuna_dashboard.study.json import JSON, parse_json
from optuna_dashboard.study.states import TrialState

_MOST_NAMED = 5
_FINISHED = frozenset(int(state) for state in TrialState if state.is_finished)

Operation = Mapping[str, Any]


class Replay:
    """The studies of a journal as far as it has been read."""

    def __init__(self) -> None:
        self.studies: dict[int, StudyLog] = {}
        self.offset = 0  # of the first byte not yet read
        self._n_lines = 0
        self._n_studies = 0
        self._names: set[str] = set()
        self._study_of_trial: list[StudyLog] = []
        self._row_of_trial = array("q")
        self._damaged: list[int] = []
        self._unknown: dict[object, list[int]] = defaultdict(list)
        self._incomplete = 0
        self._spaces = DistributionCache([])
        self._compatible: dict[tuple[str, str], bool] = {}
        # Texts that come again and again are kept once.
        self._texts: dict[str, str] = {}
        self._operations: list[Callable[[Operation], None]] = [
            self._create_study,
            self._delete_study,
            self._set_study_user_attr,
            self._set_study_system_attr,
            self._create_trial,
            self._set_param,
            self._set_state,
            self._set_intermediate_value,
            self._set_user_attr,
            self._set_system_attr,
            self._discard_trials,
        ]

    def feed(self, path: Path) -> None:
        """Read on from where the last reading ended.

        A last line without its newline is left for later, as Optuna leaves it.
        """
        self._incomplete = 0
        with path.open("rb") as file:
            file.seek(self.offset)
            for line in file:
                if not line.endswith(b"\n"):
                    self._incomplete = 0 if _is_json(line) else len(line)
                    return
                self.offset += len(line)
                self._n_lines += 1
                self._apply(line)

    @property
    def is_sound(self) -> bool:
        """Whether nothing was skipped, so that Optuna reads as much."""
        return not self._damaged and not self._unknown

    def warnings(self, name: str) -> list[str]:
        """Sentences on what was skipped."""
        sentences = []
        if self._damaged:
            sentences.append(
                f"{name}: {_lines(self._damaged)} damaged and left out; "
                "what was written there is missing."
            )
        for code, lines in self._unknown.items():
            sentences.append(
                f"{name}: {_lines(lines)} left out, of a kind (op_code {code}) that a newer "
                "Optuna may have written."
            )
        if self._incomplete:
            sentences.append(
                f"{name}: the last line is cut off after {self._incomplete:,} bytes and left "
                "out; its writer was interrupted, or is still writing."
            )
        return sentences

    def _apply(self, line: bytes) -> None:
        try:
            op = _parse(line)
            code = op["op_code"]
            if not isinstance(code, int) or not 0 <= code < len(self._operations):
                self._unknown[code].append(self._n_lines)
                return
            self._operations[code](op)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            if line.strip():
                self._damaged.append(self._n_lines)

    def _create_study(self, op: Operation) -> None:
        name = op["study_name"]
        directions = tuple(Direction(code) for code in op["directions"])
        if not isinstance(name, str) or not directions:
            raise ValueError("not a study")
        if name in self._names:
            return  # another worker was quicker
        self.studies[self._n_studies] = StudyLog(self._n_studies, name, directions)
        self._names.add(name)
        self._n_studies += 1

    def _delete_study(self, op: Operation) -> None:
        study = self.studies.pop(op["study_id"], None)
        if study is not None:
            self._names.discard(study.name)

    def _set_study_user_attr(self, op: Operation) -> None:
        if op["study_id"] in self.studies:
            self.studies[op["study_id"]].user_attrs.update(op["user_attr"])

    def _set_study_system_attr(self, op: Operation) -> None:
        if op["study_id"] in self.studies:
            self.studies[op["study_id"]].system_attrs.update(op["system_attr"])

    def _create_trial(self, op: Operation) -> None:
        study = self.studies.get(op["study_id"])
        if study is None:
            return
        trial_id, row = len(self._study_of_trial), len(study.trial_ids)
        try:
            study.add_trial(trial_id, op)
        finally:
            # Ids are positions: a damaged trial keeps its own, if it was taken at all.
            if len(study.trial_ids) > row:
                self._study_of_trial.append(study)
                self._row_of_trial.append(row)

    def _set_param(self, op: Operation) -> None:
        found = self._open_trial(op)
        if found is None:
            return
        study, row = found
        keep = self._texts.setdefault
        name, text = op["param_name"], op["distribution"]
        name, text = keep(name, name), keep(text, text)
        first = study.first_spaces.get(name)
        if first is None or first[1] == text or self._are_compatible(first[1], text):
            study.set_param(row, name, op["param_value_internal"], text)

    def _set_state(self, op: Operation) -> None:
        found = self._open_trial(op)
        if found is None:
            return
        study, row = found
        if op["state"] == TrialState.RUNNING == study.states[row]:
            return  # another worker runs it already
        study.set_state(row, op)

    def _set_intermediate_value(self, op: Operation) -> None:
        found = self._open_trial(op)
        if found is not None:
            study, row = found
            study.reports.add(row, op["step"], op["intermediate_value"])

    def _set_user_attr(self, op: Operation) -> None:
        found = self._open_trial(op)
        if found is not None:
            study, row = found
            study.trial_user_attrs.setdefault(row, {}).update(op["user_attr"])

    def _set_system_attr(self, op: Operation) -> None:
        found = self._open_trial(op)
        if found is not None:
            study, row = found
            study.trial_system_attrs.setdefault(row, {}).update(op["system_attr"])

    def _discard_trials(self, op: Operation) -> None:
        """Nothing: Optuna 5 shows the trials that Rustuna discarded, so do we."""

    def _open_trial(self, op: Operation) -> tuple[StudyLog, int] | None:
        """The trial an operation is about, unless it is unknown or finished."""
        trial_id = op["trial_id"]
        if not 0 <= trial_id < len(self._study_of_trial):
            return None
        study, row = self._study_of_trial[trial_id], self._row_of_trial[trial_id]
        return None if study.states[row] in _FINISHED else (study, row)

    def _are_compatible(self, old: str, new: str) -> bool:
        """Whether Optuna lets a study use both search spaces for one parameter."""
        if (old, new) not in self._compatible:
            self._compatible[old, new] = _compatible(self._spaces[old], self._spaces[new])
        return self._compatible[old, new]


def _compatible(old: Distribution | None, new: Distribution | None) -> bool:
    if old is None or new is None:
        raise ValueError("not a distribution")
    if isinstance(old, CategoricalDistribution):
        return isinstance(new, CategoricalDistribution) and _same(old.choices, new.choices)
    if isinstance(new, CategoricalDistribution):
        return False
    return type(old) is type(new) and old.log == new.log


def _same(old: Sequence[JSON], new: Sequence[JSON]) -> bool:
    """Whether two lists of choices are equal; NaN is the same choice as NaN."""
    return len(old) == len(new) and all(
        a == b or (isinstance(a, float) and isinstance(b, float) and isnan(a) and isnan(b))
        for a, b in zip(old, new)
    )


def _is_json(line: bytes) -> bool:
    try:
        _parse(line)
    except ValueError:
        return False
    return True


def _parse(line: bytes) -> Any:
    # Editors put the mark at the start of a file; joining files puts it on any line.
    return parse_json(line.removeprefix(BOM_UTF8).decode())


def _lines(numbers: list[int]) -> str:
    """``line 21 is``, ``lines 3, 4 and 7 are``, ``lines 1, 2, 3, 4, 5 and 95 more are``."""
    if len(numbers) == 1:
        return f"line {numbers[0]} is"
    named = [str(number) for number in numbers[:_MOST_NAMED]]
    last = f"{len(numbers) - _MOST_NAMED:,} more" if len(numbers) > _MOST_NAMED else named.pop()
    return f"lines {', '.join(named)} and {last} are"
