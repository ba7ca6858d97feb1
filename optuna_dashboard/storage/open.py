"""From a path or URL to the storage that reads it."""

from pathlib import Path

from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.journal import JournalStorage
from optuna_dashboard.storage.sniff import sniff
from optuna_dashboard.storage.sqlite import SqliteStorage

_SQLITE_URL = "sqlite:///"


def open_storage(source: str, *, label: str | None = None) -> Storage:
    """Open what ``source`` names, for reading.

    Args:
        source: a path, or a URL as Optuna takes it: ``sqlite:///relative/path.db``,
            ``sqlite:////absolute/path.db``.
        label: what to call it in the page and in messages; the file name if left out.

    Raises:
        StorageError: if it cannot be opened; its message is for the user.
    """
    path = Path(source.removeprefix(_SQLITE_URL))
    scheme, mark, _ = source.partition("://")
    if mark and not source.startswith(_SQLITE_URL):
        # The rest of the address may hold a password: it is not repeated.
        message = f"{scheme}:// is not an address of a file. Give a path, or sqlite:///PATH."
        raise StorageError("not-found", message)
    name = label or path.name or source
    if sniff(path, name) == "journal":
        return JournalStorage(path, name)
    return SqliteStorage(path, name)
