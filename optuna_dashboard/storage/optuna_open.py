"""From an address, or a storage object, to a storage that is read through Optuna."""

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.optuna_storage import OptunaStorage

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

_GRPC_PORT = 13000

# What to install for a module that is missing, where the names differ.
_PACKAGES = {
    "MySQLdb": "mysqlclient",
    "pymysql": "PyMySQL",
    "psycopg": "psycopg[binary]",
    "psycopg2": "psycopg2-binary",
    "grpc": "grpcio",
    "google": "protobuf",
}


def open_server(address: Address, label: str | None) -> OptunaStorage:
    """Open a database server, Redis, or a gRPC proxy of Optuna.

    Raises:
        StorageError: if it cannot be opened. The message repeats no password, and names what
            to install where a driver is missing.
    """
    label = label or address.label
    try:
        with warnings.catch_warnings():
            # That Optuna may change a class of its own is nothing to this user.
            warnings.simplefilter("ignore")
            storage = _storage_at(address)
            storage.get_all_studies()
    except ImportError as error:
        raise StorageError("no-driver", f"{label} cannot be opened: {_missing(error)}") from None
    except Exception as error:  # each database has errors of its own
        reason = address.hide(_reason(address, error))
        # The first error may hold the password: no traceback is to show it.
        raise StorageError("unreachable", f"{label} cannot be opened: {reason}") from None
    return OptunaStorage(storage, label)


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
        proxy.wait_server_ready(timeout=10)
        return proxy
    # Tables are for who optimizes to make.
    return storages.RDBStorage(address.text, skip_table_creation=True)


def _missing(error: ImportError) -> str:
    """Which package is missing, and how to get it."""
    names = [cause.name for cause in _causes(error) if isinstance(cause, ImportError)]
    module = (next(filter(None, reversed(names)), None) or "").partition(".")[0]
    if not module:
        return str(error)
    package = _PACKAGES.get(module, module)
    hint = f'the Python package "{package}" is missing. Install it: pip install "{package}"'
    if module == "MySQLdb":
        hint += '; or use PyMySQL: pip install "PyMySQL", and begin the address mysql+pymysql://'
    return hint


def _reason(address: Address, error: Exception) -> str:
    *_, first = _causes(error)
    if type(first).__name__ == "NoSuchModuleError":
        return (
            f"{address.scheme}:// is no kind of storage that is known here. Give a path, or "
            "sqlite:///PATH, or an address that begins with mysql+pymysql://, postgresql://, "
            "redis:// or grpc://."
        )
    if "version_info" in str(first):
        return "there are no tables of Optuna in it."
    return f"{type(first).__name__}: {first}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what caused it, and so on to the first."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__
