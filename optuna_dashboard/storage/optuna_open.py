"""From an address, or a storage object, to a storage of Optuna's, read by us or through Optuna."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.database import DatabaseStorage
from optuna_dashboard.storage.optuna_errors import (
    is_unknown_dialect,
    missing_package,
    reason_of,
)
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.storage.sqlite_layout import NEWEST_REVISION

if TYPE_CHECKING:
    from optuna.storages import BaseStorage
    from sqlalchemy import Engine

_GRPC_PORT = 13000
# As SQLAlchemy names what is read by our own SQL.
_DATABASES = ("mysql", "mariadb", "postgresql")


def open_server(address: Address, label: str | None) -> Storage:
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
    return storage_of(storage, label, hide=address.hide, release=lambda: _release(storage))


def storage_of(
    storage: "BaseStorage",
    label: str,
    *,
    hide: Callable[[str], str] = str,
    release: Callable[[], object] = lambda: None,
) -> Storage:
    """What reads a storage of Optuna's; see ``OptunaStorage`` for the arguments."""
    from optuna.storages import get_storage

    engine = _engine_of(storage)
    if engine is None:
        return OptunaStorage(storage, label, hide=hide, release=release)
    return DatabaseStorage(get_storage(storage), engine, label, hide=hide, release=release)


def _engine_of(storage: "BaseStorage") -> "Engine | None":
    """The way to a database whose tables are known here, None for any other storage."""
    from optuna.storages import RDBStorage

    behind = getattr(storage, "_backend", storage)
    if not isinstance(behind, RDBStorage) or behind.engine.dialect.name not in _DATABASES:
        return None
    # It reads no other tables than those of its own release.
    return behind.engine if behind.get_head_version() == NEWEST_REVISION else None


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
        # A connection that broke meanwhile, as when the server was started anew, is not used.
        engine = {"pool_pre_ping": True}
        storages.RDBStorage.__init__(storage, address.text, engine, skip_table_creation=True)
    return storage


def _unknown(address: Address) -> str:
    return (
        f"{address.scheme}:// is no kind of storage that is known here. Give a path, or "
        "sqlite:///PATH, or an address that begins with mysql+pymysql://, postgresql://, "
        "redis:// or grpc://."
    )
