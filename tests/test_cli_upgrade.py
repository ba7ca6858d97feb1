"""``optuna-dashboard upgrade``."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from optuna_dashboard import cli
from tests.migrate.from_optuna import optuna_answers

FIXTURES = Path(__file__).parent / "fixtures"


def test_what_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "old.db"
    shutil.copy(FIXTURES / "sqlite" / "optuna-1.5.0.db", file)
    assert cli.main(["upgrade", f"sqlite:///{file}"]) == 0
    backup = tmp_path / f"old.before-upgrade-{date.today().isoformat()}.db"
    told = f"{file} is upgraded; as it was, it is kept as {backup}\n"
    assert capsys.readouterr() == (told, "")
    assert backup.is_file()
    assert optuna_answers(file)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("/nowhere/at/all.db", "There is no file all.db"),
        ("mysql+pymysql://me:secret@host/db", "mysql+pymysql://host/db is not a file"),
        (str(FIXTURES / "special" / "gzipped.db"), "is a compressed file"),
        (str(FIXTURES / "sqlite" / "optuna-5.0.0.db"), "needs no upgrade"),
    ],
)
def test_refusals(source: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["upgrade", source]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert why in told.err
    assert "secret" not in told.err
