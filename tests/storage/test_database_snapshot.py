"""Servers that speak like PostgreSQL and are none."""

from collections.abc import Iterator
from contextlib import contextmanager

import optuna
import pytest
from optuna.storages import RDBStorage
from sqlalchemy import create_engine, make_url, text

from optuna_dashboard.storage.database_rows import DatabaseRows
from optuna_dashboard.storage.database_snapshot import DatabaseSnapshot
from optuna_dashboard.storage.open import open_storage
from tests.storage.conftest import IN_GROUP, database_of

pytestmark = IN_GROUP

ON_LINUX = "on x86_64-pc-linux-gnu, compiled by gcc (GCC) 13.2.0, 64-bit"
POSTGRESQL = [
    f"PostgreSQL 17.5 {ON_LINUX}",
    f"PostgreSQL 16.9 (Debian 16.9-1.pgdg120+1) {ON_LINUX}",
    f"PostgreSQL 19devel {ON_LINUX}",
    "PostgreSQL 16.4 (Homebrew) on aarch64-apple-darwin23.4.0, compiled by Apple clang version "
    "15.0.0 (clang-1500.3.9.4), 64-bit",
    "PostgreSQL 15.4, compiled by Visual C++ build 1914, 64-bit",
]
OTHERS = [
    f"PostgreSQL 11.2-YB-2.21.0.0-b0 {ON_LINUX}",
    "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 01:53:43, go1.19.10)",
    f"PostgreSQL 9.4.24 (Greenplum Database 6.8.1 build commit:7118e8a) {ON_LINUX}",
    "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.2369",
    "",
]


@contextmanager
def looks_like(
    address: str, theirs: RDBStorage, version: str, extension: str = ""
) -> Iterator[str]:
    """An address under which a database answers so, and sees the same transactions for ever."""
    with theirs.engine.begin() as connection:
        for statement in (
            "CREATE SCHEMA other",
            f"CREATE FUNCTION other.version() RETURNS text LANGUAGE sql AS $$SELECT '{version}'$$",
            "CREATE FUNCTION other.txid_current_snapshot() RETURNS text LANGUAGE sql "
            "AS $$SELECT '1:1:'$$",
            f"CREATE VIEW other.pg_extension AS SELECT '{extension}' AS extname",
        ):
            connection.execute(text(statement))
    options = {"options": "-csearch_path=other,pg_catalog,public"}
    yield make_url(address).update_query_dict(options).render_as_string(hide_password=False)
    with theirs.engine.begin() as connection:
        connection.execute(text("DROP SCHEMA other CASCADE"))


@pytest.mark.parametrize(
    ("version", "extension", "is_taken"),
    [
        *((version, "plpgsql", True) for version in POSTGRESQL),
        *((version, "plpgsql", False) for version in OTHERS),
        (POSTGRESQL[0], "citus", False),
    ],
)
def test_which_servers_are_postgresql(
    postgresql: str, version: str, extension: str, is_taken: bool
) -> None:
    with (
        database_of(postgresql) as theirs,
        looks_like(postgresql, theirs, version, extension) as address,
    ):
        engine = create_engine(address)
        rows = DatabaseRows(engine, "label", str)
        assert DatabaseSnapshot(rows, rows.dialect).take() == ("1:1:" if is_taken else None)
        engine.dispose()


def test_others_are_looked_at_carefully(postgresql: str) -> None:
    with (
        database_of(postgresql) as theirs,
        looks_like(postgresql, theirs, OTHERS[0]) as address,
    ):
        storage = open_storage(address)
        assert storage.summaries() == []
        seen = storage.revision()
        optuna.create_study(storage=theirs, study_name="new")
        assert storage.revision() != seen
        assert [summary.header.name for summary in storage.summaries()] == ["new"]
        storage.close()


def test_the_server_itself(postgresql: str) -> None:
    with database_of(postgresql) as theirs:
        rows = DatabaseRows(theirs.engine, "label", str)
        snapshot = DatabaseSnapshot(rows, rows.dialect)
        before = snapshot.take()
        assert before is not None
        assert snapshot.take() == before
        optuna.create_study(storage=theirs)
        assert snapshot.take() not in (None, before)
