"""Old files brought up to date in their place: nothing is lost, whatever happens."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.migrate import replace, upgrade
from optuna_dashboard.migrate.optuna_upgrade import upgrade_with_optuna
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.sqlite import SqliteStorage
from tests.migrate.from_optuna import optuna_answers
from tests.storage.oracle import check_same, our_answer

FIXTURES = Path(__file__).parents[1] / "fixtures"
OLD = FIXTURES / "sqlite" / "optuna-2.10.1.db"
TODAY = date.today().isoformat()
LARGEST = 3.4028234663852886e38

Json = dict[str, Any]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return copied(OLD, tmp_path)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "_BUSY_SECONDS", 0.1)


def copied(source: Path, folder: Path) -> Path:
    return Path(shutil.copy(source, folder / source.name))


def studies_of(path: Path) -> Json:
    """All that we read of a file, by the name of the study."""
    storage = SqliteStorage(path, path.name)
    summaries = storage.summaries()
    read = {one.header.name: our_answer(one, storage.study(one.header.id)) for one in summaries}
    storage.close()
    return read


def answers(path: Path) -> str:
    """The same as a text, in which NaN equals itself."""
    return repr(studies_of(path))


def as_upgraded(studies: Json) -> Json:
    """What is to be there after the upgrade of a file from before Optuna 3.

    Optuna takes the largest number of 32 bits, as which it had kept infinity in some databases,
    for infinity, and what is missing for NaN, which it had not told apart. Until 1.3 it kept
    the number of a trial as an attribute.
    """
    for study in studies.values():
        for trial in study["trials"]:
            reports = trial["intermediate_values"]
            reports.update({step: inf for step, value in reports.items() if value == LARGEST})
            reports.update({step: nan for step, value in reports.items() if value is None})
            trial["system_attrs"].pop("_number", None)
    return studies


def run(path: Path) -> Path:
    return upgrade.upgrade(path, path.name)


def is_untouched(path: Path, content: bytes) -> bool:
    """Whether the file is as it was, and alone in its folder."""
    return path.read_bytes() == content and list(path.parent.iterdir()) == [path]


def old_files() -> list[Path]:
    paths = [*FIXTURES.glob("sqlite/*.db"), *FIXTURES.glob("upgraded/*.db")]
    paths += FIXTURES.glob("special/alembic-*.db")
    return sorted(path for path in paths if SqliteStorage(path, path.name).can_be_upgraded)


def test_the_old_files() -> None:
    assert [path.stem for path in old_files()] == [
        "alembic-empty",
        "optuna-0.8.0",
        "optuna-1.2.0",
        "optuna-1.5.0",
        "optuna-2.10.1",
        "optuna-2.3.0",
        "optuna-2.4.0",
        "optuna-3.1.1",
        "optuna-2.3.0-touched-by-5.0.0",
        "revision-v3.0.0.c",
    ]


@pytest.mark.parametrize("source", old_files(), ids=lambda path: path.stem)
def test_every_old_file_keeps_its_studies(source: Path, tmp_path: Path) -> None:
    file = copied(source, tmp_path)
    before, number = studies_of(file), file.stat().st_ino
    backup = run(file)
    assert backup == tmp_path / f"{file.stem}.before-upgrade-{TODAY}.db"
    check_same("the backup", before, studies_of(backup))
    expected = before if source.stem == "optuna-3.1.1" else as_upgraded(before)
    check_same("the upgraded file", expected, studies_of(file))
    assert file.stat().st_ino == number
    assert set(tmp_path.iterdir()) == {file, backup}
    assert not SqliteStorage(file, file.name).has_old_schema
    theirs = {name: len(study["trials"]) for name, study in optuna_answers(file).items()}
    storage = SqliteStorage(file, file.name)
    assert theirs == {
        one.header.name: storage.study(one.header.id).n_trials for one in storage.summaries()
    }


def test_what_is_in_a_wal_comes_along_while_a_program_has_it_open(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as program:
        program.execute("PRAGMA journal_mode = WAL")
        program.execute("UPDATE studies SET study_name = 'in the wal' WHERE study_id = 1")
        before = studies_of(file)
        assert "in the wal" in before
        backup = run(file)
        check_same("the backup", before, studies_of(backup))
        check_same("the upgraded file", as_upgraded(before), studies_of(file))
        assert program.execute("SELECT * FROM alembic_version").fetchall() == [("v3.2.0.a",)]
        assert program.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert set(file.parent.iterdir()) == {file, backup}


def test_an_existing_backup_is_left_as_it_is(file: Path) -> None:
    taken = file.with_name(f"{file.stem}.before-upgrade-{TODAY}.db")
    taken.write_text("mine")
    # SQLite would take this one for a part of the backup.
    file.with_name(f"{file.stem}.before-upgrade-{TODAY}-2.db-wal").write_text("mine, too")
    assert run(file).name == f"{file.stem}.before-upgrade-{TODAY}-3.db"
    assert taken.read_text() == "mine"


def test_the_backup_is_for_the_same_people(file: Path) -> None:
    file.chmod(0o640)
    assert stat.S_IMODE(run(file).stat().st_mode) == 0o640


def test_any_name(tmp_path: Path) -> None:
    file = tmp_path / "a study's {x} 100% #1? ü.sqlite3"
    shutil.copy(OLD, file)
    before = studies_of(file)
    backup = run(file)
    assert backup.name == f"a study's {{x}} 100% #1? ü.before-upgrade-{TODAY}.sqlite3"
    check_same("the backup", before, studies_of(backup))
    check_same("the upgraded file", as_upgraded(before), studies_of(file))


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_file_that_is_being_written_to_is_left_alone(file: Path, lock: str) -> None:
    content = file.read_bytes()
    with closing(sqlite3.connect(file, isolation_level=None)) as program:
        program.execute(lock)
        with pytest.raises(StorageError, match="another program is writing to it") as told:
            run(file)
        program.execute("ROLLBACK")
    assert told.value.kind == "locked"
    assert is_untouched(file, content)


def test_what_is_written_meanwhile_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_too(path: Path, name: str) -> None:
        with closing(sqlite3.connect(file)) as program, program:
            program.execute("UPDATE studies SET study_name = 'meanwhile' WHERE study_id = 1")
        upgrade_with_optuna(path, name)

    monkeypatch.setattr(upgrade, "upgrade_with_optuna", write_too)
    with pytest.raises(StorageError, match="another program is writing to it"):
        run(file)
    assert "meanwhile" in studies_of(file)
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE trial_values SET value = value + 1e-9 WHERE value IS NOT NULL",
        "UPDATE trial_params SET param_value = param_value + 1",
        "UPDATE trials SET state = 'FAIL' WHERE state = 'COMPLETE'",
        "UPDATE studies SET study_name = 'x' || study_name",
    ],
)
def test_what_would_come_out_another_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    def change_too(path: Path, name: str) -> None:
        upgrade_with_optuna(path, name)
        with closing(sqlite3.connect(path)) as connection, connection:
            assert connection.execute(change).rowcount > 0

    monkeypatch.setattr(upgrade, "upgrade_with_optuna", change_too)
    content = file.read_bytes()
    with pytest.raises(MigrateError, match="upgraded, it has not the same trials"):
        run(file)
    assert is_untouched(file, content)


def test_a_value_that_stands_for_infinity(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE trial_values SET value = -3.4028e38 WHERE trial_value_id = 1")
        connection.execute("UPDATE trial_values SET value = 3.4e38 WHERE trial_value_id = 2")
    run(file)
    with closing(sqlite3.connect(file)) as connection:
        sql = "SELECT value, value_type FROM trial_values WHERE trial_value_id <= 2"
        found = connection.execute(sql + " ORDER BY trial_value_id").fetchall()
    assert found == [(None, "INF_NEG"), (3.4e38, "FINITE")]


def test_the_copy_is_beside_the_file_and_not_beside_a_link_to_it(file: Path) -> None:
    folder = file.parent / "links"
    folder.mkdir()
    link = folder / "study.db"
    link.symlink_to(file)
    backup = run(link)
    assert backup.parent == file.parent
    assert list(folder.iterdir()) == [link]


def test_an_error_in_the_middle(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        copy_all(connection)
        raise sqlite3.OperationalError("disk I/O error")

    copy_all: Callable[[sqlite3.Connection], None] = replace._copy_all
    monkeypatch.setattr(replace, "_copy_all", fail)
    before = answers(file)
    with pytest.raises(MigrateError, match=r"is left as it was: disk I/O error"):
        run(file)
    [backup] = set(file.parent.iterdir()) - {file}
    assert answers(file) == answers(backup) == before


def test_the_end_of_the_process_in_the_middle(file: Path) -> None:
    program = f"""
import os, signal
from pathlib import Path
from optuna_dashboard.migrate import replace, upgrade
copy_all = replace._copy_all
def die(connection):
    connection.execute("PRAGMA cache_size = 1")  # so that much of it is in the file already
    copy_all(connection)
    os.kill(os.getpid(), signal.SIGKILL)
replace._copy_all = die
upgrade.upgrade(Path({str(file)!r}), "old.db")
"""
    before, content = answers(file), file.read_bytes()
    done = subprocess.run([sys.executable, "-c", program], env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() != content
    assert answers(file) == before
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert file.read_bytes() == content


def test_what_optuna_cannot_upgrade_stays(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE trial_params SET distribution_json = '{}'")
    content = file.read_bytes()
    told = r"Optuna \S+ cannot upgrade .*, which is left as it was: \S+"
    with pytest.raises(MigrateError, match=told):
        run(file)
    assert is_untouched(file, content)


def test_a_damaged_file_stays(file: Path) -> None:
    content = file.read_bytes()[:-4096] + b"x" * 4096
    file.write_bytes(content)
    with pytest.raises(MigrateError, match="is left as it was: "):
        run(file)
    assert is_untouched(file, content)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("sqlite/optuna-5.0.0.db", "needs no upgrade"),
        ("special/newer-compatible.db", "needs no upgrade"),
        ("journal/optuna-3.1.1.log", "is a journal"),
        ("special/alembic-missing.db", "does not say which Optuna wrote it"),
    ],
)
def test_what_is_not_upgraded(name: str, why: str, tmp_path: Path) -> None:
    file = copied(FIXTURES / name, tmp_path)
    content = file.read_bytes()
    with pytest.raises(MigrateError, match=why):
        run(file)
    assert is_untouched(file, content)
