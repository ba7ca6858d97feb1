"""In which of two forms a multi-objective study is stored.

New studies are studies of Optuna with several directions. Those of Optuna 1.4 to 2.10 are
single-objective to Optuna, and go on as they are: their values are reported as the
intermediate values of the steps below the number of objectives. In both, the vector that is
reported at a step takes the intermediate values from ``n_objectives * (step + 1)`` on.
"""

from dataclasses import dataclass

import optuna
from optuna.study import StudyDirection

from optuna_dashboard.study.legacy import LAYOUT_KEY, NATIVE_LAYOUT, legacy_directions


@dataclass(frozen=True, slots=True)
class Layout:
    """What the objectives of a study are, and whether it is stored in the old form."""

    directions: tuple[StudyDirection, ...]
    is_legacy: bool

    @property
    def n_objectives(self) -> int:
        return len(self.directions)


def layout_of(study: optuna.Study) -> Layout:
    """The layout of a study.

    Raises:
        ValueError: if it is not a multi-objective one.
    """
    attrs = study._storage.get_study_system_attrs(study._study_id)
    if len(study.directions) > 1 or attrs.get(LAYOUT_KEY) == NATIVE_LAYOUT:
        return Layout(tuple(study.directions), is_legacy=False)
    directions = legacy_directions(attrs)
    if directions is None:
        raise ValueError(f"The study {study.study_name!r} is not a multi-objective study.")
    return Layout(tuple(StudyDirection(code) for code in directions), is_legacy=True)


def first_key(n_objectives: int, step: int) -> int:
    """The intermediate value that holds the first number of what is reported at a step."""
    return n_objectives * (step + 1)
