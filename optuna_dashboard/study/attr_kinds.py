"""Which user attributes are numbers, in a study that may go on."""

from collections.abc import Mapping
from dataclasses import dataclass

from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState

_FINISHED = frozenset(state for state in TrialState if state.is_finished)


@dataclass(frozen=True, slots=True)
class UserAttrKinds:
    """Name of a user attribute -> whether it is a number wherever it is set.

    Attributes:
        of_all: sorted by name.
        of_finished: of trials that do not change any more.
    """

    of_all: dict[str, bool]
    of_finished: dict[str, bool]


def user_attr_kinds(
    attrs: Mapping[int, Mapping[str, JSON]], states: bytearray, known: UserAttrKinds | None = None
) -> UserAttrKinds:
    """The kinds over all trials.

    Args:
        attrs, states: of all trials; or, where there are ``known`` ones of an earlier revision,
            of those that are new, or were not finished then.
    """
    finished = dict(known.of_finished) if known else {}
    others: dict[str, bool] = {}
    for row, own in attrs.items():
        kinds = finished if states[row] in _FINISHED else others
        for name, value in own.items():
            kinds[name] = _is_number(value) and kinds.get(name, True)
    names = sorted(finished | others)
    of_all = {name: finished.get(name, True) and others.get(name, True) for name in names}
    return UserAttrKinds(of_all, finished)


def _is_number(value: JSON) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
