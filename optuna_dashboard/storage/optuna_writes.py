"""What people do to studies and trials, in terms of Optuna's storages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.states import TrialState

if TYPE_CHECKING:
    from optuna.trial import FrozenTrial


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
        raise StorageError("gone", f"trial_id={trial_id} is not found") from None
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
        is_of_study = trial_id == writer.get_trial_id_from_study_id_trial_number(
            study_id, trial.number
        )
    except KeyError:
        is_of_study = False
    if not is_of_study:
        raise StorageError("gone", f"trial_id={trial_id} is not found")
    return trial


def tell(writer: Writer, trial_id: int, state: TrialState, values: Sequence[float] | None) -> None:
    """Finish a trial.

    Raises:
        StorageError: as ``open_trial`` does.
    """
    from optuna.trial import TrialState as OptunaState

    open_trial(writer, trial_id)
    writer.set_trial_state_values(trial_id, OptunaState(int(state)), values)
