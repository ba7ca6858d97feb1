"""Addresses and objects of storages: what opens them, what is said, and that no password is."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import optuna
import pytest
from optuna.exceptions import StorageInternalError
from optuna.storages import InMemoryStorage, RDBStorage

from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import StorageClass, open_storage
from optuna_dashboard.storage.optuna_errors import reason_of
from tests.storage.conftest import FIXTURES

SMALL = FIXTURES / "special" / "small.db"
JOURNAL = FIXTURES / "journal" / "small.log"


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("db.sqlite3", "db.sqlite3"),
        ("mysql+pymysql://me:secret@host:3306/db", "mysql+pymysql://host:3306/db"),
        ("postgresql://me:se@cret@host/db", "postgresql://host/db"),
        ("postgresql://me:s/e?cret#@host/db?sslmode=require", "postgresql://host/db"),
        ("postgresql://host/db?user=me&password=secret@home", "postgresql://host/db"),
        ("redis://:secret@localhost:6379", "redis://localhost:6379"),
        ("redis://localhost", "redis://localhost"),
        ("grpc://[::1]:13000", "grpc://[::1]:13000"),
    ],
)
def test_label_of_an_address(address: str, label: str) -> None:
    assert Address(address).label == label


def test_no_form_of_a_password_is_repeated() -> None:
    address = Address("mysql://me:p%40ss@host/db?ssl_password=other&charset=utf8")
    told = address.hide("mysql://me:p%40ss@host/db: p@ss, p%40ss and other are wrong in utf8")
    assert told == "mysql://me:***@host/db: ***, *** and *** are wrong in utf8"
    whole = f"Cannot read {address.text}"
    assert address.hide(whole) == "Cannot read mysql://host/db"


@pytest.mark.parametrize(
    ("address", "module", "package"),
    [
        ("mysql://me:secret@host/db", "MySQLdb", "mysqlclient"),
        ("mysql+pymysql://me:secret@host/db", "pymysql", "PyMySQL"),
        ("postgresql+psycopg2://me:secret@host/db", "psycopg2", "psycopg2-binary"),
        ("postgresql+psycopg://me:secret@host/db", "psycopg", "psycopg[binary]"),
        ("grpc://host:13000", "grpc", "grpcio"),
    ],
)
def test_a_missing_driver_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(StorageError) as refused:
        open_storage(address)
    assert refused.value.kind == "no-driver"
    assert refused.value.message.startswith(f"{Address(address).label} cannot be opened: ")
    assert f'pip install "{package}"' in refused.value.message
    assert "secret" not in refused.value.message


def test_a_missing_redis_is_named() -> None:
    # Optuna looks for it when it is imported.
    program = (
        "import sys; sys.modules['redis'] = None\n"
        "from optuna_dashboard.cli import main\n"
        "sys.exit(main(['redis://me:secret@host']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == (
        "optuna-dashboard: redis://host cannot be opened: the Python package "
        '"redis" is missing. Install it: pip install "redis"\n'
    )


@pytest.mark.parametrize("address", ["mongodb://me:secret@host/db", "http://me:secret@host/x"])
def test_unknown_kinds_of_addresses(address: str) -> None:
    with pytest.raises(StorageError) as refused:
        open_storage(address)
    assert "no kind of storage that is known" in refused.value.message
    assert "postgresql://" in refused.value.message
    assert "secret" not in refused.value.message


def test_a_password_in_the_error_of_a_library() -> None:
    with pytest.raises(StorageError) as refused:
        open_storage("postgresql://me:secret@host:secret/db")
    assert refused.value.kind == "unreachable"
    assert "secret" not in refused.value.message.removeprefix("postgresql://host:secret/db")
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("options", ["", "?timeout=5", "?timeout=5&check_same_thread=0"])
@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+pysqlite"])
def test_addresses_of_sqlite(scheme: str, options: str) -> None:
    storage = open_storage(f"{scheme}:///{SMALL}{options}")
    assert (storage.kind, storage.label) == ("sqlite", "small.db")
    storage.close()


@pytest.mark.parametrize(
    ("source", "storage_class", "told"),
    [
        (str(SMALL), "RDBStorage", None),
        (f"sqlite:///{SMALL}", "RDBStorage", None),
        (str(JOURNAL), "JournalFileStorage", None),
        (str(SMALL), "JournalFileStorage", "small.db is a SQLite database"),
        (str(JOURNAL), "RDBStorage", "small.log is a journal log"),
        (str(JOURNAL), "JournalRedisStorage", "is not an address that JournalRedisStorage reads"),
        ("redis://me:secret@host", "RDBStorage", "redis://host is not an address that RDBS"),
        ("mysql://me:secret@host", "JournalFileStorage", "mysql://host is not an address"),
    ],
)
def test_the_class_that_is_asked_for(
    source: str, storage_class: StorageClass, told: str | None
) -> None:
    if told is None:
        open_storage(source, storage_class=storage_class).close()
        return
    with pytest.raises(StorageError) as refused:
        open_storage(source, storage_class=storage_class)
    assert told in refused.value.message


def test_objects(tmp_path: Path) -> None:
    rdb = RDBStorage(f"sqlite:///{shutil.copy(SMALL, tmp_path / 'small.db')}")
    of_a_study: Any = optuna.load_study(study_name=None, storage=rdb)._storage
    for storage in (rdb, of_a_study):
        ours = open_storage(storage)
        assert (ours.kind, ours.label) == ("sqlite", "small.db")
        ours.close()
    rdb.engine.dispose()
    ours = open_storage(InMemoryStorage())
    assert (ours.kind, ours.label, ours.summaries()) == ("optuna", "InMemoryStorage", [])
    assert open_storage(InMemoryStorage(), label="mine").label == "mine"


def test_a_path_of_pathlib() -> None:
    ours = open_storage(SMALL)
    assert (ours.kind, ours.label) == ("sqlite", SMALL.name)
    ours.close()


@pytest.mark.parametrize("source", [None, 1, b"study.db", object()])
def test_what_is_no_storage(source: Any) -> None:
    with pytest.raises(TypeError, match=r"not a (NoneType|int|bytes|object)$"):
        open_storage(source)


def test_a_database_in_memory_is_read_through_optuna() -> None:
    rdb = RDBStorage("sqlite://")
    optuna.create_study(storage=rdb, study_name="here")
    storage = open_storage(rdb)
    assert storage.kind == "optuna"
    assert [summary.header.name for summary in storage.summaries()] == ["here"]
    rdb.engine.dispose()


def test_a_database_without_tables_says_so() -> None:
    # What drivers of servers raise as well, in the only one that Python brings.
    with pytest.raises(StorageInternalError) as raised:
        RDBStorage("sqlite://", skip_table_creation=True)
    assert reason_of(raised.value).startswith("there are no tables of Optuna in it")
