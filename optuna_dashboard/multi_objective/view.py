"""A multi-objective study of either layout, as one that Optuna's own functions understand."""

import copy
from collections.abc import Container
from typing import TYPE_CHECKING, Any, cast

import optuna
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState

from optuna_dashboard.multi_objective.frozen_trial import FrozenMultiObjectiveTrial
from optuna_dashboard.multi_objective.layout import Layout

if TYPE_CHECKING:
    from optuna.storages import BaseStorage


class StudyView:
    """Shows one study with its directions and values, whichever way they are stored.

    Attributes go to the study itself: what a sampler remembers of a trial stays with it.
    """

    def __init__(self, study: optuna.Study, layout: Layout) -> None:
        self._study = study
        self._storage = cast("BaseStorage", _ViewStorage(study, layout))

    def study(self) -> optuna.Study:
        """The study as it is now; for one trial, as it may keep what it has read."""
        study = self._study
        return optuna.Study(study.study_name, self._storage, study.sampler, study.pruner)


class _ViewStorage:
    """A storage that differs from the one behind it in what it says of one study."""

    def __init__(self, study: optuna.Study, layout: Layout) -> None:
        self._behind = study._storage
        self._study_id = study._study_id
        self._layout = layout
        self._finished: dict[int, FrozenTrial] = {}

    def __getattr__(self, name: str) -> Any:
        if name == "_behind":  # while it is unpickled
            raise AttributeError(name)
        return getattr(self._behind, name)

    def get_study_id_from_name(self, _: str) -> int:
        return self._study_id

    def get_study_directions(self, _: int) -> list[StudyDirection]:
        return list(self._layout.directions)

    def get_trial(self, trial_id: int) -> FrozenTrial:
        return self._seen(self._behind.get_trial(trial_id))

    def get_all_trials(
        self,
        study_id: int,
        deepcopy: bool = True,
        states: Container[TrialState] | None = None,
    ) -> list[FrozenTrial]:
        trials = map(self._seen, self._behind.get_all_trials(study_id, deepcopy=False))
        wanted = [trial for trial in trials if states is None or trial.state in states]
        return copy.deepcopy(wanted) if deepcopy else wanted

    def _seen(self, trial: FrozenTrial) -> FrozenTrial:
        known = self._finished.get(trial._trial_id)
        if known is None:
            known = FrozenMultiObjectiveTrial(self._layout.n_objectives, trial)._as_native()
            # Optuna changes it no more.
            if trial.state.is_finished():
                self._finished[trial._trial_id] = known
        return known
