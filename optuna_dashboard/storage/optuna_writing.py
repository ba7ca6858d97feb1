"""How Optuna writes to files, and what is said where it, or what is behind it, refuses."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.optuna_errors import reason_of
from optuna_dashboard.storage.writer import Writer


@contextmanager
def told_errors(label: str, hide: Callable[[str], str] = str) -> Iterator[None]:
    """Tell whatever is raised as a ``StorageError``; see ``Storage.write``.

    Args:
        label: what the user calls the storage.
        hide: takes passwords out of a message.
    """
    from optuna.exceptions import DuplicatedStudyError

    try:
        yield
    except StorageError:
        raise
    except KeyError as error:
        raise StorageError("gone", "There is no such study or trial any more.") from error
    except DuplicatedStudyError as error:
        raise StorageError("exists", "Study name already exists.") from error
    except Exception as error:  # each database has errors of its own
        raise _told(label, error, hide) from error


def _told(label: str, error: Exception, hide: Callable[[str], str]) -> StorageError:
    # Optuna 4.0 has no class of its own for it.
    if isinstance(error, RuntimeError) and "finished" in str(error):
        return StorageError("finished", "The trial is already finished.")
    reason = hide(reason_of(error))
    if "locked" in reason:
        message = f"{label} is locked by another program that is writing to it. Try again."
        return StorageError("locked", message)
    if "readonly database" in reason or isinstance(error, PermissionError):
        return StorageError("read-only", f"{label} may not be written to: {reason}")
    return StorageError("not-written", f"{label} could not be written to: {reason}")


def sqlite_writer(path: Path, label: str) -> Writer:
    """Optuna's storage of a file that says who wrote it.

    Raises:
        StorageError: if the Optuna that is installed writes another schema; nothing is
            changed then.
    """
    from optuna.storages import RDBStorage
    from sqlalchemy.pool import NullPool

    def connect() -> sqlite3.Connection:
        # Not by an address of SQLAlchemy's, which tells no path with a ? in it, and makes a
        # file where there is none any more.
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)

    # Without a pool no connection stays with a file that another one takes the place of.
    engine = {"creator": connect, "poolclass": NullPool}
    try:
        # There are tables and versions; without them it would make them first of all.
        return RDBStorage("sqlite://", engine, skip_table_creation=True)
    except RuntimeError as error:
        raise StorageError("read-only", f"{label} cannot be written to: {error}") from error


def journal_writer(path: Path) -> Writer:
    """Optuna's storage of a log."""
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend, JournalFileOpenLock

    # Links, of which the usual lock is one, take a right on Windows that few users have.
    lock = JournalFileOpenLock(str(path)) if os.name == "nt" else None
    return JournalStorage(JournalFileBackend(str(path), lock))
