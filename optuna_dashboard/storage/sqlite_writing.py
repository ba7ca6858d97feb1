"""Whether a SQLite file can be written to, and what then does it."""

import os

from optuna_dashboard.storage.sqlite_check import Origin
from optuna_dashboard.storage.sqlite_file import SqliteFile
from optuna_dashboard.storage.sqlite_layout import NEWEST_REVISION


def why_read_only(file: SqliteFile, origin: Origin) -> str | None:
    """Why nothing is to be written to a file, None if nothing is known against it."""
    if file.is_damaged:
        return f"{file.name} is damaged: writing to it could damage it further."
    if origin.release is None or origin.revision is None:
        return f"{file.name} does not say which Optuna wrote it, and is not changed."
    if origin.revision != NEWEST_REVISION:
        return (
            f"{file.name} has the schema {origin.revision} of another Optuna, and is not changed. "
            "`optuna-dashboard migrate OLD.db NEW.db` makes a new file of an older one."
        )
    # SQLite keeps a journal beside the file while it writes.
    if not os.access(file.path, os.W_OK) or not os.access(file.path.absolute().parent, os.W_OK):
        return f"This user may not write to {file.name}, or to the folder that it is in."
    return None
