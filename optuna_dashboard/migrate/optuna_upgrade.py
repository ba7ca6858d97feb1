"""Optuna's own upgrade of the schema of a database."""

import logging
import re
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.optuna_errors import reason_of

if TYPE_CHECKING:
    from optuna.storages import RDBStorage

# Tables that Optuna 2.4 and later have.
_LATER_TABLES = ("study_directions", "trial_intermediate_values", "trial_heartbeats")
_CHECK = re.compile(
    r",\s*CONSTRAINT (studydirection|trialstate) CHECK \((direction|state) IN \([^()]*\)\)"
)
# As Optuna 2.4 made it, apart from that a value may be missing: so earlier releases stored NaN.
_REPORTS = """CREATE TABLE trial_intermediate_values (
    trial_intermediate_value_id INTEGER NOT NULL, trial_id INTEGER NOT NULL,
    step INTEGER NOT NULL, intermediate_value FLOAT, PRIMARY KEY (trial_intermediate_value_id),
    UNIQUE (trial_id, step), FOREIGN KEY(trial_id) REFERENCES trials (trial_id))"""


def upgrade_with_optuna(path: Path, name: str) -> None:
    """Have Optuna upgrade a SQLite file to its own schema, and open it then.

    Args:
        path: a copy: it takes many transactions, and after an error is somewhere in between.
        name: what to call it in messages.

    Raises:
        MigrateError: if Optuna cannot.
    """
    import optuna

    try:
        _prepare(path)
        with warnings.catch_warnings(), _untouched_logging():
            # That Optuna may change a class of its own is nothing to this user.
            warnings.simplefilter("ignore")
            _upgrade(path)
    except Exception as error:  # its scripts are written for what they expect to find
        raise MigrateError(
            f"Optuna {optuna.__version__} cannot upgrade {name}, which is left as it was: "
            f"{reason_of(error)}"
        ) from error


def _upgrade(path: Path) -> None:
    with _storage(path, is_old=True) as storage:
        storage.upgrade()
    # As a program opens it: that makes the tables which are still missing.
    with _storage(path, is_old=False) as storage, closing(sqlite3.connect(path)) as connection:
        storage.get_all_studies()
        # To read a trial takes a column of every table: each is there now.
        for (trial_id,) in connection.execute("SELECT trial_id FROM trials LIMIT 1").fetchall():
            storage.get_trial(trial_id)


@contextmanager
def _storage(path: Path, *, is_old: bool) -> Iterator["RDBStorage"]:
    from optuna.storages import RDBStorage
    from sqlalchemy.pool import NullPool

    storage = RDBStorage(
        f"sqlite:///{path}",
        {"poolclass": NullPool},
        skip_compatibility_check=is_old,
        skip_table_creation=is_old,
    )
    try:
        yield storage
    finally:
        storage.remove_session()
        storage.engine.dispose()


def _prepare(path: Path) -> None:
    """Mend what Optuna's upgrade stumbles over in a file from before 2.4.

    A later Optuna that merely opened it has made empty tables. There is no place for NaN. A
    constraint names a column that is dropped; another one forbids trials that wait.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = connection.execute("SELECT name FROM pragma_table_info('trials')").fetchall()
        if ("value",) not in columns:
            return
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in found.fetchall():
            if table in _LATER_TABLES and not _has_rows(connection, table):
                connection.execute(f"DROP TABLE {table}")
        connection.execute(_REPORTS)
        connection.execute("PRAGMA writable_schema = ON")
        sql = "SELECT name, sql FROM sqlite_master WHERE name IN ('studies', 'trials')"
        for table, statement in connection.execute(sql).fetchall():
            connection.execute(
                "UPDATE sqlite_master SET sql = ? WHERE name = ?",
                (_CHECK.sub("", statement), table),
            )


def _has_rows(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None


@contextmanager
def _untouched_logging() -> Iterator[None]:
    """Keep Optuna's scripts from setting up the logging of a program that has set up none."""
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
