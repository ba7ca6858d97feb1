"""What people do to studies and trials, in terms of Optuna's storages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial

# That an integer column of every database has room for.
_LARGEST_NUMBER = 2**31 - 1


def create_study(writer: Writer, name: str, directions: Sequence[Direction]) -> int:
    """A new study without trials; returns its id.

    Raises:
        StorageError: of the kind ``exists`` if there is one of this name.
    """
    from optuna.study import StudyDirection

    return writer.create_new_study([StudyDirection(int(one)) for one in directions], name)


def open_trial(writer: Writer, trial_id: int) -> "FrozenTrial":
    """A trial that may still be changed.

    Raises:
        StorageError: of the kind ``gone`` if there is none with this id, ``finished`` if it
            does not change any more.
    """
    try:
        trial = writer.get_trial(trial_id)
    except KeyError:
        raise _no_trial(trial_id) from None
    if trial.state.is_finished():
        message = f"Trial {trial.number} is already finished; it does not change any more."
        raise StorageError("finished", message)
    return trial


def trial_of(writer: Writer, study_id: int, trial_id: int) -> "FrozenTrial":
    """The trial with this id.

    Raises:
        StorageError: of the kind ``gone`` if the study has none with this id.
    """
    try:
        trial = writer.get_trial(trial_id)
    except KeyError:
        raise _no_trial(trial_id) from None
    if not _is_of(writer, study_id, trial):
        raise _no_trial(trial_id)
    return trial


def _is_of(writer: Writer, study_id: int, trial: "FrozenTrial") -> bool:
    """Whether a trial is one of a study."""
    try:
        found = writer.get_trial_id_from_study_id_trial_number(study_id, trial.number)
    except KeyError:
        return False
    return found == trial._trial_id


def _no_trial(trial_id: int) -> StorageError:
    return StorageError("gone", f"trial_id={trial_id} is not found")


def tell(writer: Writer, trial_id: int, state: TrialState, values: Sequence[float] | None) -> None:
    """Finish a trial.

    Raises:
        StorageError: as ``open_trial`` does; of the kind ``other-values`` if there are more or
            fewer values than the study has objectives.
    """
    from optuna.trial import TrialState as OptunaState

    trial = open_trial(writer, trial_id)
    if values is not None:
        _check_values(writer, trial, values)
    writer.set_trial_state_values(trial_id, OptunaState(int(state)), values)


def _check_values(writer: Writer, trial: "FrozenTrial", values: Sequence[float]) -> None:
    """Refuse values with which Optuna could not compare the trial to the others.

    For a single objective more than one is taken: clients of earlier releases send them.
    """
    for study in writer.get_all_studies():
        n = len(study.directions)
        if n not in (1, len(values)) and _is_of(writer, study._study_id, trial):
            message = f"values must have {n} numbers, one for each objective, not {len(values)}."
            raise StorageError("other-values", message)


def enqueue(
    writer: Writer, study_id: int, params: Mapping[str, JSON], user_attrs: Mapping[str, JSON]
) -> int:
    """A trial that a program is to run with these parameters; returns its id."""
    from optuna.trial import TrialState as OptunaState
    from optuna.trial import create_trial

    template = create_trial(
        state=OptunaState.WAITING,
        system_attrs={"fixed_params": dict(params)},
        user_attrs=dict(user_attrs),
    )
    return writer.create_new_trial(study_id, template)


def retry(writer: Writer, study_id: int, trial_id: int) -> int:
    """A trial that a program is to run in the place of one that failed; returns its id.

    It is marked as ``RetryFailedTrialCallback`` of Optuna does.

    Raises:
        StorageError: of the kind ``gone`` if the study has no such trial, ``not-failed`` if
            it did not fail.
    """
    from optuna.trial import TrialState as OptunaState
    from optuna.trial import create_trial

    trial = trial_of(writer, study_id, trial_id)
    if trial.state is not OptunaState.FAIL:
        message = f"Trial {trial.number} did not fail; only one that did can be tried again."
        raise StorageError("not-failed", message)
    history = trial.system_attrs.get("retry_history", [])
    template = create_trial(
        state=OptunaState.WAITING,
        params=trial.params,
        distributions=trial.distributions,
        user_attrs=trial.user_attrs,
        system_attrs={
            "failed_trial": trial.number,
            **trial.system_attrs,
            "retry_history": [*history, trial.number],
        },
    )
    return writer.create_new_trial(study_id, template)


def finish_compared(writer: Writer, study_id: int, numbers: Iterable[int]) -> None:
    """Finish the trials that a person has compared; in a preferential study values say
    nothing.

    Raises:
        StorageError: of the kind ``gone`` if there is no trial with one of the numbers; then
            none is finished.
    """
    from optuna.trial import TrialState as OptunaState

    trials = [_numbered(writer, study_id, number) for number in numbers]
    values = [0.0] * len(writer.get_study_directions(study_id))
    for trial in trials:
        if not trial.state.is_finished():
            writer.set_trial_state_values(trial._trial_id, OptunaState.COMPLETE, values)


def _numbered(writer: Writer, study_id: int, number: int) -> "FrozenTrial":
    try:
        if not 0 <= number <= _LARGEST_NUMBER:  # some storages count from the end, or fail
            raise KeyError(number)
        trial_id = writer.get_trial_id_from_study_id_trial_number(study_id, number)
        return writer.get_trial(trial_id)
    except KeyError:
        raise StorageError("gone", f"trial {number} is not found") from None
