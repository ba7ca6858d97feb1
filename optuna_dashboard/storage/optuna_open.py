"""From an address, or a storage object, to a storage that is read through Optuna."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.optuna_errors import (
    is_unknown_dialect,
    missing_package,
    reason_of,
)
from optuna_dashboard.storage.optuna_storage import OptunaStorage

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

_GRPC_PORT = 13000


def open_server(address: Address, label: str | None) -> OptunaStorage:
    """Open a database server, Redis, or a gRPC proxy of Optuna.

    Raises:
        StorageError: if it cannot be opened. The message repeats no password, and names what
            to install where a driver is missing.
    """
    label = label or address.label
    storage = None
    try:
        with warnings.catch_warnings():
            # That Optuna may change a class of its own is nothing to this user.
            warnings.simplefilter("ignore")
            storage = _storage_at(address)
            storage.get_all_studies()
    except ImportError as error:
        reason = missing_package(error)
        raise StorageError("no-driver", f"{label} cannot be opened: {reason}") from None
    except Exception as error:  # each database has errors of its own
        reason = _unknown(address) if is_unknown_dialect(error) else reason_of(error)
        reason = address.hide(reason)
        _release(storage)
        # The first error may hold the password: no traceback is to show it.
        raise StorageError("unreachable", f"{label} cannot be opened: {reason}") from None
    return OptunaStorage(storage, label, hide=address.hide, release=lambda: _release(storage))


def _release(storage: "BaseStorage | None") -> None:
    """Close the connections of a storage that was opened here."""
    engine = getattr(storage, "engine", None)
    close = getattr(storage, "close", None)
    if engine is not None:
        engine.dispose()
    elif close is not None:
        close()


@contextmanager
def _released_if_it_fails(storage: "BaseStorage") -> Iterator[None]:
    try:
        yield
    except BaseException:
        _release(storage)
        raise


def address_of(storage: "BaseStorage") -> Address | None:
    """The address of the database that an object reads, None if it reads none."""
    # What ``Study`` holds is a cache before the storage.
    behind = getattr(storage, "_backend", None)
    url = getattr(storage, "url", None) or getattr(behind, "url", None)
    return Address(url) if isinstance(url, str) else None


def _storage_at(address: Address) -> "BaseStorage":
    from optuna import storages
    from optuna.storages.journal import JournalRedisBackend

    if address.scheme in ("redis", "rediss"):
        return storages.JournalStorage(JournalRedisBackend(address.text))
    if address.scheme == "grpc":
        host, _, port = address.text.partition("://")[2].rstrip("/").partition(":")
        proxy = storages.GrpcStorageProxy(host=host, port=int(port or _GRPC_PORT))
        with _released_if_it_fails(proxy):
            proxy.wait_server_ready(timeout=10)
        return proxy
    # In two steps, as it connects and may then fail: on a database without tables, for one. It
    # leaves the connection open, and nobody else can close it.
    storage = storages.RDBStorage.__new__(storages.RDBStorage)
    with _released_if_it_fails(storage):
        # Tables are for who optimizes to make.
        storages.RDBStorage.__init__(storage, address.text, skip_table_creation=True)
    return storage


def _unknown(address: Address) -> str:
    return (
        f"{address.scheme}:// is no kind of storage that is known here. Give a path, or "
        "sqlite:///PATH, or an address that begins with mysql+pymysql://, postgresql://, "
        "redis:// or grpc://."
    )
