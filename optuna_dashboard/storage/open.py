"""From a path, a URL or a storage object to the storage that reads it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, Union, get_args

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.hints import hint_of_address
from optuna_dashboard.storage.journal import JournalStorage
from optuna_dashboard.storage.sniff import sniff
from optuna_dashboard.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

StorageSource: TypeAlias = Union[str, "os.PathLike[str]", "BaseStorage"]

# As users know them from Optuna.
StorageClass = Literal["RDBStorage", "JournalFileStorage", "JournalRedisStorage"]
STORAGE_CLASSES: tuple[StorageClass, ...] = get_args(StorageClass)


def open_storage(
    source: StorageSource,
    *,
    label: str | None = None,
    storage_class: StorageClass | None = None,
) -> Storage:
    """Open what ``source`` names, for reading.

    Args:
        source: a path; a URL as Optuna takes it, ``sqlite:///relative/path.db``,
            ``sqlite:////absolute/path.db``, ``mysql+pymysql://...``, ``redis://...``; the
            ``grpc://host:port`` of a storage proxy; or a storage object of Optuna.
        label: what to call it in the page and in messages; the file name, or the URL without
            user and password, if left out.
        storage_class: which class of Optuna ``source`` is for; told by itself if left out.

    Raises:
        StorageError: if it cannot be opened; its message is for the user.
        TypeError: if ``source`` is none of these.
    """
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if not isinstance(source, str):
        return _open_object(source, label)
    if not source.strip():
        raise StorageError("not-found", "The name of the storage is empty. Give a file or a URL.")
    address = Address(source)
    hint = hint_of_address(source)
    if hint:
        raise StorageError("not-found", f"{address.label} is no address of a storage. {hint}")
    _check_class(address, storage_class)
    if address.path is not None:
        return _open_file(address.path, label or address.path.name or source, storage_class)
    if address.scheme == "sqlite":
        message = f"{source} is not an address of a file. Give a path, or sqlite:///PATH."
        raise StorageError("not-found", message)
    from optuna_dashboard.storage.optuna_open import open_server

    return open_server(address, label)


def _open_file(path: Path, name: str, storage_class: StorageClass | None) -> Storage:
    kind = sniff(path, name)
    fitting = "JournalFileStorage" if kind == "journal" else "RDBStorage"
    if storage_class not in (None, fitting):
        what = "a journal log" if kind == "journal" else "a SQLite database"
        message = f"{name} is {what}, which {storage_class} does not read; {fitting} does."
        raise StorageError("not-found", message)
    return JournalStorage(path, name) if kind == "journal" else SqliteStorage(path, name)


def _open_object(storage: "BaseStorage", label: str | None) -> Storage:
    from optuna.storages import BaseStorage

    from optuna_dashboard.storage.optuna_open import address_of, storage_of

    if not isinstance(storage, BaseStorage):
        kind = type(storage).__name__
        raise TypeError(f"a storage is a path, an address or a storage of Optuna, not a {kind}")
    address = address_of(storage)
    if address and address.path and address.path.is_file():
        # Our own reader is the quicker one.
        return open_storage(address.text, label=label)
    if address is None:
        return storage_of(storage, label or type(storage).__name__)
    return storage_of(storage, label or address.label, hide=address.hide)


def _check_class(address: Address, storage_class: StorageClass | None) -> None:
    """Refuse the address of a server for a class that does not read it.

    Raises:
        StorageError: if it is one.
    """
    is_redis = address.scheme in ("redis", "rediss")
    fits = {
        None: True,
        "RDBStorage": not is_redis,
        "JournalFileStorage": address.path is not None,
        "JournalRedisStorage": is_redis,
    }
    if not fits[storage_class]:
        message = f"{address.label} is not an address that {storage_class} reads."
        raise StorageError("not-found", message)
