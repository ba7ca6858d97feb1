"""Whether a SQLite file can be written to, and what then does it."""

import os

from optuna_dashboard.storage.sqlite_check import Origin
from optuna_dashboard.storage.sqlite_file import SqliteFile
from optuna_dashboard.storage.sqlite_layout import NEWEST_REVISION, OLD_REVISIONS


def why_read_only(file: SqliteFile, origin: Origin) -> str | None:
    """Why nothing is to be written to a file, None if nothing is known against it."""
    if file.is_damaged:
        return f"{file.name} is damaged: writing to it could damage it further."
    if origin.release is None or origin.revision is None:
        return f"{file.name} does not say which Optuna wrote it, and is not changed."
    if origin.revision != NEWEST_REVISION:
        return (
            f"{file.name} has the schema {origin.revision} of another Optuna, and is not changed. "
            "`optuna-dashboard migrate OLD.db NEW.db` makes a new file of an older one, "
            "`optuna-dashboard upgrade FILE` brings it up to date in its place."
        )
    if not _is_writable(file):
        return f"This user may not write to {file.name}, or to the folder that it is in."
    return None


def can_be_upgraded(file: SqliteFile, origin: Origin) -> bool:
    """Whether Optuna could bring the schema of a file up to date, as far as is known."""
    is_old = origin.release is not None and origin.revision in (None, *OLD_REVISIONS)
    return is_old and not file.is_damaged and _is_writable(file)


def _is_writable(file: SqliteFile) -> bool:
    # SQLite keeps a journal beside the file while it writes.
    return os.access(file.path, os.W_OK) and os.access(file.path.resolve().parent, os.W_OK)
