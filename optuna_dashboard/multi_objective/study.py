"""Multi-objective studies: creating, loading, optimizing."""

import warnings
from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

import optuna
from optuna.exceptions import DuplicatedStudyError
from optuna.pruners import NopPruner
from optuna.samplers import BaseSampler
from optuna.storages import BaseStorage
from optuna.study import StudyDirection
from optuna.trial import FrozenTrial, TrialState

from optuna_dashboard.multi_objective.directions import as_directions
from optuna_dashboard.multi_objective.layout import layout_of
from optuna_dashboard.multi_objective.outdated import refuse_outdated
from optuna_dashboard.multi_objective.samplers import (
    BaseMultiObjectiveSampler,
    NSGAIIMultiObjectiveSampler,
    RandomMultiObjectiveSampler,
)
from optuna_dashboard.multi_objective.samplers.adapter import SamplerAdapter
from optuna_dashboard.multi_objective.samplers.native import NativeSampler
from optuna_dashboard.multi_objective.trial import (
    FrozenMultiObjectiveTrial,
    MultiObjectiveTrial,
    as_numbers,
)
from optuna_dashboard.multi_objective.view import StudyView
from optuna_dashboard.study.legacy import DIRECTIONS_KEY, LAYOUT_KEY, NATIVE_LAYOUT

ObjectiveFunction = Callable[[MultiObjectiveTrial], Sequence[float]]
Callback = Callable[["MultiObjectiveStudy", FrozenMultiObjectiveTrial], None]


class MultiObjectiveStudy:
    """A set of trials that optimize several objectives.

    Use ``create_study`` and ``load_study`` to make one.

    Raises:
        ValueError: if ``study`` is not a multi-objective study.
    """

    def __init__(self, study: optuna.Study) -> None:
        self._study = study
        self._layout = layout_of(study)
        self._view = StudyView(study, self._layout)
        if not isinstance(study.sampler, SamplerAdapter):
            study.sampler = _adapted(study.sampler)

    @property
    def n_objectives(self) -> int:
        return self._layout.n_objectives

    @property
    def directions(self) -> list[StudyDirection]:
        return list(self._layout.directions)

    @property
    def sampler(self) -> BaseMultiObjectiveSampler:
        sampler = self._study.sampler
        assert isinstance(sampler, SamplerAdapter)
        return sampler.sampler

    @property
    def user_attrs(self) -> dict[str, Any]:
        return self._study.user_attrs

    @property
    def system_attrs(self) -> dict[str, Any]:
        return dict(self._study._storage.get_study_system_attrs(self._study._study_id))

    @property
    def trials(self) -> list[FrozenMultiObjectiveTrial]:
        """Every trial, in order of number."""
        return self.get_trials()

    def optimize(
        self,
        objective: ObjectiveFunction,
        timeout: float | None = None,
        n_trials: int | None = None,
        n_jobs: int = 1,
        catch: tuple[()] | tuple[type[Exception], ...] = (),
        callbacks: Iterable[Callback] | None = None,
        gc_after_trial: bool = True,
        show_progress_bar: bool = False,
    ) -> None:
        """Optimize an objective function, which returns one number for each objective.

        The arguments are those of ``optuna.study.Study.optimize``; callbacks get this study
        and the finished trial.

        Raises:
            TypeError: if the function returns something that is not a number.
            ValueError: if it returns not as many numbers as there are objectives.
        """
        self._study.optimize(
            lambda trial: self._run(objective, trial),
            timeout=timeout,
            n_trials=n_trials,
            n_jobs=n_jobs,
            catch=catch,
            callbacks=[self._adapted_callback(callback) for callback in callbacks or ()],
            gc_after_trial=gc_after_trial,
            show_progress_bar=show_progress_bar,
        )

    def enqueue_trial(self, params: dict[str, Any]) -> None:
        """Fix the parameters of a trial to come."""
        self._study.enqueue_trial(params)

    def get_trials(
        self, deepcopy: bool = True, states: Container[TrialState] | None = None
    ) -> list[FrozenMultiObjectiveTrial]:
        """Every trial, or those in some states, in order of number.

        Do not change what ``deepcopy=False`` gives.
        """
        trials = self._study.get_trials(deepcopy=deepcopy, states=states)
        return [FrozenMultiObjectiveTrial(self.n_objectives, trial) for trial in trials]

    def get_pareto_front_trials(self) -> list[FrozenMultiObjectiveTrial]:
        """The complete trials that no other dominates, in order of number.

        Equal ones are all among them; one that lacks a value is never.
        """
        front = {trial.number for trial in self._view.study().best_trials}
        return [trial for trial in self.trials if trial.number in front]

    def set_user_attr(self, key: str, value: Any) -> None:
        self._study.set_user_attr(key, value)

    def set_system_attr(self, key: str, value: Any) -> None:
        self._study._storage.set_study_system_attr(self._study._study_id, key, value)

    def _run(self, objective: ObjectiveFunction, trial: optuna.Trial) -> Sequence[float] | float:
        """One trial; returns what Optuna stores as its value."""
        mo_trial = MultiObjectiveTrial(trial)
        numbers = as_numbers(objective(mo_trial), self.n_objectives)
        if not self._layout.is_legacy:
            return numbers
        mo_trial._report_complete_values(numbers)
        return 0.0

    def _adapted_callback(self, callback: Callback) -> Callable[[optuna.Study, FrozenTrial], None]:
        def adapted(_: optuna.Study, trial: FrozenTrial) -> None:
            callback(self, FrozenMultiObjectiveTrial(self.n_objectives, trial))

        return adapted


def create_study(
    directions: Iterable[str | StudyDirection],
    study_name: str | None = None,
    storage: str | BaseStorage | None = None,
    sampler: BaseMultiObjectiveSampler | BaseSampler | None = None,
    load_if_exists: bool = False,
) -> MultiObjectiveStudy:
    """Create a multi-objective study, one that any program for Optuna reads.

    Args:
        directions: ``"minimize"`` or ``"maximize"`` for each objective.
        study_name: made up if left out.
        storage: an address or a storage of Optuna; in memory if left out.
        sampler: NSGA-II if left out; may also be one of Optuna's own.
        load_if_exists: whether to take a study that has this name already. It keeps its
            directions, and a warning tells where they are others.

    Raises:
        TypeError: if ``directions`` is not a list.
        ValueError: if it is empty or names something else, or if the study that exists is not
            a multi-objective one.
        optuna.exceptions.DuplicatedStudyError: if there is a study of this name.
        RuntimeError: if the file was written by an earlier Optuna, and is to be migrated.
    """
    wanted = as_directions(directions)
    refuse_outdated(storage)
    sampler = sampler or NSGAIIMultiObjectiveSampler()
    try:
        study = optuna.create_study(
            study_name=study_name,
            storage=storage,
            sampler=_adapted(sampler),
            pruner=NopPruner(),
            directions=wanted,
        )
    except DuplicatedStudyError:
        if not load_if_exists or study_name is None or storage is None:
            raise
        return _existing(study_name, storage, sampler, wanted)
    set_attr, study_id = study._storage.set_study_system_attr, study._study_id
    set_attr(study_id, DIRECTIONS_KEY, [direction.name.lower() for direction in wanted])
    set_attr(study_id, LAYOUT_KEY, NATIVE_LAYOUT)
    return MultiObjectiveStudy(study)


def load_study(
    study_name: str,
    storage: str | BaseStorage,
    sampler: BaseMultiObjectiveSampler | BaseSampler | None = None,
) -> MultiObjectiveStudy:
    """Load a multi-objective study, of today's form or of that of Optuna 1.4 to 2.10.

    Args:
        study_name: its name.
        storage: an address or a storage of Optuna.
        sampler: random if left out; may also be one of Optuna's own.

    Raises:
        KeyError: if there is no study of this name.
        ValueError: if it is not a multi-objective study.
        RuntimeError: if the file was written by an earlier Optuna, and is to be migrated.
    """
    refuse_outdated(storage)
    study = optuna.load_study(
        study_name=study_name,
        storage=storage,
        sampler=_adapted(sampler or RandomMultiObjectiveSampler()),
        pruner=NopPruner(),
    )
    return MultiObjectiveStudy(study)


def _existing(
    study_name: str,
    storage: str | BaseStorage,
    sampler: BaseMultiObjectiveSampler | BaseSampler,
    wanted: list[StudyDirection],
) -> MultiObjectiveStudy:
    study = load_study(study_name, storage, sampler)
    if study.directions != wanted:
        names = ", ".join(direction.name.lower() for direction in study.directions)
        warnings.warn(
            f"The study {study_name!r} exists and keeps its directions: {names}.", stacklevel=3
        )
    return study


def _adapted(sampler: BaseMultiObjectiveSampler | BaseSampler) -> SamplerAdapter:
    ours = NativeSampler(sampler) if isinstance(sampler, BaseSampler) else sampler
    return SamplerAdapter(ours, MultiObjectiveStudy)
