"""Another name for a study: in its place in a database, elsewhere by a copy."""

from contextlib import suppress
from typing import TYPE_CHECKING

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.writer import Writer
from optuna_dashboard.study.attrs.moved import moved_settings

if TYPE_CHECKING:
    from optuna.storages import RDBStorage


def rename_study(writer: Writer, study_id: int, name: str) -> int:
    """Give a study another name; returns its id, which only a database lets it keep.

    Where Optuna cannot rename, the study is copied with everything that it has, and deleted.

    Raises:
        StorageError: of the kind ``exists`` if another study has this name, ``busy`` if it
            must be copied while trials of it run: their programs would lose them.
    """
    from optuna.storages import RDBStorage

    with suppress(KeyError):
        if writer.get_study_id_from_name(name) == study_id:
            return study_id
        raise StorageError("exists", "Study name already exists.")
    # What keeps trials of a database has that behind it.
    behind = getattr(writer, "_backend", writer)
    if not isinstance(behind, RDBStorage):
        return _copy(writer, study_id, name)
    _rename_in_place(behind, study_id, name)
    return study_id


def _rename_in_place(storage: "RDBStorage", study_id: int, name: str) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import IntegrityError

    statement = text("UPDATE studies SET study_name = :name WHERE study_id = :id")
    try:
        with storage.engine.begin() as connection:
            connection.execute(statement, {"name": name, "id": study_id})
    except IntegrityError as error:
        raise StorageError("exists", "Study name already exists.") from error


def _copy(writer: Writer, study_id: int, name: str) -> int:
    trials = writer.get_all_trials(study_id, deepcopy=False)
    if any(trial.state.name == "RUNNING" for trial in trials):
        message = (
            "This storage can rename a study only by making a copy of it, which programs that "
            "run its trials would not find. Rename it when no trial is running."
        )
        raise StorageError("busy", message)
    new_id = writer.create_new_study(writer.get_study_directions(study_id), name)
    try:
        ids = {trial._trial_id: writer.create_new_trial(new_id, trial) for trial in trials}
        for key, value in writer.get_study_user_attrs(study_id).items():
            writer.set_study_user_attr(new_id, key, value)
        system = writer.get_study_system_attrs(study_id)
        for key, value in moved_settings(system, study_id, new_id, ids):
            writer.set_study_system_attr(new_id, key, value)
    except BaseException:
        writer.delete_study(new_id)
        raise
    writer.delete_study(study_id)
    return new_id
