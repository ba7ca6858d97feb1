"""``optuna-dashboard migrate``."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from optuna_dashboard import cli
from optuna_dashboard.cli_migrate import migrate_file
from optuna_dashboard.migrate.rows import MigrateError
from tests.migrate.from_optuna import optuna_answers

FIXTURES = Path(__file__).parent / "fixtures"
OLD = FIXTURES / "sqlite" / "optuna-1.5.0.db"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new.db"


def test_what_is_told(target: Path) -> None:
    told = migrate_file([f"sqlite:///{OLD}", f"sqlite:///{target}"])
    assert told == (
        f"{target}: studies: 19 (made of the old multi-objective form: 5), trials: 101"
    )
    assert len(optuna_answers(target)) == 19
    assert [file.name for file in target.parent.iterdir()] == ["new.db"]


def test_what_is_left_out_is_told(target: Path) -> None:
    told = migrate_file([str(FIXTURES / "special" / "orphans.db"), str(target)])
    assert told.splitlines() == [
        f"{target}: studies: 1, trials: 20",
        "Left out, as they belong to no study: trials (1).",
        "Left out, as they belong to no trial: parameters (1).",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "/nowhere/at/all.db",
        "mysql+pymysql://me:secret@host/db",
        str(FIXTURES / "special" / "gzipped.db"),
        str(FIXTURES / "special" / "bad-json.db"),
        str(FIXTURES / "special" / "corrupt-trial_params-page.db"),
        str(FIXTURES / "special" / "unknown-state.db"),
    ],
)
def test_a_failure_leaves_nothing(target: Path, source: str) -> None:
    with pytest.raises(MigrateError) as error:
        migrate_file([source, str(target)])
    assert "secret" not in str(error.value)
    assert list(target.parent.iterdir()) == []


def test_a_file_that_exists_is_left_as_it_is(target: Path) -> None:
    shutil.copy(OLD, target)
    for arguments in ([str(OLD), str(target)], [str(target), str(target)]):
        with pytest.raises(MigrateError, match=r"new\.db exists and is left as it is"):
            migrate_file(arguments)
    assert target.read_bytes() == OLD.read_bytes()
    with pytest.raises(MigrateError, match="There is no folder"):
        migrate_file([str(OLD), str(target.parent / "no" / "new.db")])


def test_a_place_where_nothing_can_be_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(MigrateError, match=r"new\.db cannot be written: Permission denied"):
        migrate_file([str(OLD), str(target)])
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_what_sqlite_would_take_for_a_part_of_the_new_file(target: Path, suffix: str) -> None:
    rest = Path(f"{target}{suffix}")
    rest.write_bytes(b"of a file that is gone")
    with pytest.raises(MigrateError, match=f"new.db{suffix} exists and is left as it is"):
        migrate_file([str(OLD), str(target)])
    assert [file.name for file in target.parent.iterdir()] == [rest.name]


@pytest.mark.parametrize("length", [255, 300])
def test_a_name_that_is_too_long(target: Path, length: int) -> None:
    with pytest.raises(MigrateError, match="cannot be written: File name too long"):
        migrate_file([str(OLD), str(target.with_name("n" * length))])
    assert list(target.parent.iterdir()) == []


def test_an_address_with_options(target: Path) -> None:
    migrate_file([f"sqlite:///{OLD}?timeout=5", f"sqlite:///{target}?timeout=5"])
    assert [file.name for file in target.parent.iterdir()] == ["new.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a word to it")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_nothing(target: Path, sent: signal.Signals) -> None:
    large = target.with_name("large.db")
    shutil.copy(FIXTURES / "special" / "small.db", large)
    with closing(sqlite3.connect(large)) as connection, connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 20 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) "
            "INSERT INTO trials (number, study_id, state) SELECT i, 1, 'COMPLETE' FROM n"
        )
    command = [sys.executable, "-m", "optuna_dashboard", "migrate", str(large), str(target)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and len(list(target.parent.iterdir())) == 1:
            time.sleep(0.01)
        process.send_signal(sent)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (1, "optuna-dashboard: interrupted\n")
    assert list(target.parent.iterdir()) == [large]


def test_the_command(target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["migrate", str(OLD), str(target)]) == 0
    assert capsys.readouterr().out.startswith(f"{target}: studies: 19")
    assert cli.main(["migrate", str(OLD), str(target)]) == 1
    assert capsys.readouterr().err.startswith("optuna-dashboard: ")
    with pytest.raises(SystemExit):
        cli.main(["migrate", str(OLD)])
    assert "target" in capsys.readouterr().err
