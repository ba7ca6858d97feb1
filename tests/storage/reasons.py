"""Where we rightly differ from what a release of Optuna said, one by one, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """In the expectation ``file``, ``theirs`` stands at ``path`` where we say ``ours``."""

    file: str
    path: tuple[str | int, ...]  # begins with the name of a study
    theirs: Any
    ours: Any
    why: str

    def apply(self, studies: Any) -> None:
        """Put our answer in the place of theirs, which must be what is written here."""
        *way, last = self.path
        place = studies
        for key in way:
            place = place[key]
        assert place[last] == self.theirs, f"{self.file}, {self.path}: {place[last]!r}"
        if self.ours is GONE:
            del place[last]
        else:
            place[last] = self.ours


GONE = object()


def reasons_of(file: str) -> Iterator[Reason]:
    """The reasons that concern this expectation."""
    return (reason for reason in _REASONS if reason.file == file)


_OLD_KEY = "Optuna never read the key nsga2:constraints of its 2.x again; here all are infeasible"
_UNAWARE = "Optuna 3.1 names infeasible trials the best; we, as later releases, do not"
_FLT_MAX = "the upgrade to schema v3.0.0.c turns this number into infinity in the file"
_FAIL_REASON = "the upgrade to Optuna 3 deletes this attribute from the file"

_ALL_INFEASIBLE = ("mo-all-infeasible", "best_trials")
_FEASIBLE_31 = {"number": 11, "value": -0.3182573581554005}
_BEST_31 = {"number": 7, "value": -0.9296403550278304}


def _unaware(file: str) -> list[Reason]:
    best = ("single-constrained", "best")
    front = ("mo-constrained", "best_trials")
    return [
        Reason(file, _ALL_INFEASIBLE, [2, 3], [], _UNAWARE),
        Reason(file, front, [2, 10, 12, 13], [2, 10, 12], _UNAWARE),
        Reason(file, best, _BEST_31, _FEASIBLE_31, _UNAWARE),
        Reason(file, ("single-constrained", "best_trials"), [7], [11], _UNAWARE),
    ]


def _largest_float32(file: str) -> list[Reason]:
    return [
        Reason(
            file,
            ("nan-inf", "trials", number, "intermediate_values", 6),
            3.4028234663852886e38,
            inf,
            _FLT_MAX,
        )
        for number in range(4)
    ]


def _fail_reason(file: str, study: str, number: int, error: str) -> Reason:
    sentence = f"Setting trial status as TrialState.FAIL because of the following error: {error}"
    path = (study, "trials", number, "system_attrs", "fail_reason")
    return Reason(file, path, sentence, GONE, _FAIL_REASON)


_UPGRADED_08 = "optuna-0.8.0-to-2.4.0-to-5.0.0.before.expected.json"

_REASONS = [
    Reason("optuna-2.10.1.expected.json", _ALL_INFEASIBLE, [2, 3], [], _OLD_KEY),
    Reason("optuna-2.10.1-to-5.0.0.expected.json", _ALL_INFEASIBLE, [2, 3], [], _OLD_KEY),
    Reason("revision-v3.0.0.c.expected.json", _ALL_INFEASIBLE, [2, 3], [], _OLD_KEY),
    *_largest_float32("revision-v3.0.0.c.expected.json"),
    # Of the database and of the journal.
    *_unaware("optuna-3.1.1.expected.json"),
    *_largest_float32(_UPGRADED_08),
    _fail_reason(_UPGRADED_08, "single-minimize", 5, "RuntimeError('boom')"),
    _fail_reason(_UPGRADED_08, "no-complete", 0, "RuntimeError('always fails')"),
    _fail_reason(_UPGRADED_08, "no-complete", 1, "RuntimeError('always fails')"),
]
