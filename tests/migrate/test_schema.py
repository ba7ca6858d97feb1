"""The tables are those that the installed Optuna makes."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import optuna
from optuna.storages import RDBStorage

from optuna_dashboard.migrate.schema import create_tables
from optuna_dashboard.storage.sqlite_layout import FRESH_INDEX


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    """Name of each table and index -> its SQL, with one way of spacing."""
    sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {name: re.sub(r"\s+|(?<=\()|(?=\))", "", sql) for name, sql in connection.execute(sql)}


def test_the_schema_is_that_of_optuna(tmp_path: Path) -> None:
    path = tmp_path / "optuna.db"
    storage = RDBStorage(f"sqlite:///{path}")
    storage.remove_session()
    storage.engine.dispose()
    with closing(sqlite3.connect(path)) as theirs, closing(sqlite3.connect(":memory:")) as ours:
        create_tables(ours, optuna.__version__, FRESH_INDEX)
        assert schema(ours) == schema(theirs)
        for table in ("version_info", "alembic_version"):
            sql = f"SELECT * FROM {table}"
            assert list(ours.execute(sql)) == list(theirs.execute(sql))
