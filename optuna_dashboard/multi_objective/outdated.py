"""Keeps Optuna from touching a file that it cannot use."""

from optuna.storages import BaseStorage

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.sniff import sniff
from optuna_dashboard.storage.sqlite_check import check_layout
from optuna_dashboard.storage.sqlite_file import SqliteFile


def refuse_outdated(storage: str | BaseStorage | None) -> None:
    """Refuse the SQLite file of an earlier Optuna.

    Optuna itself refuses it as well, but only after it has added tables, with which
    ``optuna storage upgrade`` then fails.

    Raises:
        RuntimeError: if the address is that of such a file; says how to migrate it.
    """
    path = Address(storage).path if isinstance(storage, str) else None
    if path is None or not path.is_file():
        return
    try:
        if sniff(path, path.name) != "sqlite":
            return
        file = SqliteFile(path, path.name)
        try:
            layout, _ = check_layout(file, [])
        finally:
            file.close()
    except StorageError:
        return  # it is for Optuna to say what is wrong
    if layout.is_outdated:
        raise RuntimeError(
            f"{path} was written by an earlier Optuna, whose tables this one cannot use. "
            f"`optuna-dashboard migrate {path} NEW.db` makes a new file of it."
        )
