"""``optuna-dashboard report``."""

import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from optuna.storages import RDBStorage

from optuna_dashboard import cli
from optuna_dashboard.cli_report import ReportError, write_report
from optuna_dashboard.report.script import PARTS

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "sqlite" / "optuna-5.0.0.db"
ONE_STUDY = ROOT / "tests" / "fixtures" / "special" / "small.db"
HEAD = "<style>p {}</style><script>\\1 & $&</script>"


@pytest.fixture
def public(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "report.html").write_text(HEAD)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "study.html"


def test_the_only_study_needs_no_name(output: Path, public: Path) -> None:
    told = write_report([f"sqlite:///{ONE_STUDY}", "-o", str(output)], public)
    assert re.fullmatch(rf"{re.escape(str(output))}: \d\.\d MB, study 'demo'", told)
    html = output.read_text()
    assert html.count(HEAD) == 1
    assert PARTS not in html
    assert html.index(HEAD) < html.index("<title>demo")
    assert sorted(path.name for path in output.parent.iterdir()) == ["public", "study.html"]


def test_one_of_several(output: Path, public: Path) -> None:
    write_report([str(FILE), "-o", str(output), "--study", "mo-3"], public)
    first = output.read_text()
    write_report([str(FILE), "-o", str(output), "--study", "mo-2"], public)
    assert "<h1>mo-3</h1>" in first
    assert "<h1>mo-2</h1>" in output.read_text()


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        ([str(FILE)], "There are several studies in optuna-5.0.0.db; --study can be 'single-mini"),
        ([str(FILE), "--study", "nope"], "There is no study 'nope' in optuna-5.0.0.db; --study"),
        (["/nowhere/at/all.db"], "all.db"),
        ([str(ROOT / "tests/fixtures/special/gzipped.db")], "gzipped.db"),
    ],
)
def test_what_cannot_be_read(output: Path, public: Path, argv: list[str], reason: str) -> None:
    with pytest.raises(ReportError, match=re.escape(reason)):
        write_report([*argv, "-o", str(output)], public)
    assert not output.exists()


def test_pictures_from_a_folder(output: Path, public: Path, tmp_path: Path) -> None:
    study = shutil.copy(ONE_STUDY, tmp_path / "study.db")
    meta = {"filename": "a.png", "mimetype": "image/png"}
    with closing(sqlite3.connect(study)) as connection, connection:
        connection.execute(
            "INSERT INTO study_system_attributes (study_id, key, value_json) "
            "VALUES (1, 'artifacts:a1', ?)",
            [json.dumps(json.dumps(meta))],
        )
    folder = tmp_path / "artifacts"
    argv = [str(study), "-o", str(output), "--artifact-dir", str(folder)]
    with pytest.raises(ReportError, match="artifacts is no folder"):
        write_report(argv, public)
    folder.mkdir()
    (folder / "a1").write_bytes(b"picture")
    write_report(argv, public)
    image = '<img src="data:image/png;base64,cGljdHVyZQ==" alt="a.png">'
    assert image in output.read_text()
    write_report(argv[:3], public)
    html = output.read_text()
    assert image not in html
    assert "The files themselves are not in this report." in html


def test_a_storage_without_studies(output: Path, public: Path) -> None:
    url = f"sqlite:///{output.parent / 'empty.db'}"
    RDBStorage(url).remove_session()
    with pytest.raises(ReportError, match=r"There is no study in empty\.db"):
        write_report([url, "-o", str(output)], public)


def test_what_cannot_be_written(
    output: Path, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(target: Path) -> str:
        with pytest.raises(ReportError) as error:
            write_report([str(ONE_STUDY), "-o", str(target)], public)
        return str(error.value)

    assert refused(output.parent) == f"{output.parent} is a folder"
    assert refused(output.parent / "no" / "a.html") == f"There is no folder {output.parent / 'no'}"

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    output.write_text("<!DOCTYPE html>old")
    monkeypatch.setattr(os, "replace", fail)
    assert refused(output) == f"{output} cannot be written: Permission denied"
    assert output.read_text() == "<!DOCTYPE html>old"
    assert sorted(path.name for path in output.parent.iterdir()) == ["public", "study.html"]


def test_a_study_is_never_overwritten(tmp_path: Path, public: Path) -> None:
    study = Path(shutil.copy(ONE_STUDY, tmp_path / "study.db"))
    with pytest.raises(ReportError, match="exists and is no HTML"):
        write_report([str(study), "-o", str(study)], public)
    assert study.read_bytes() == ONE_STUDY.read_bytes()


def test_without_built_pages(output: Path, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="The pages are not built"):
        write_report([str(ONE_STUDY), "-o", str(output)], tmp_path / "nothing")


def test_the_command(
    output: Path, public: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "PUBLIC", public)
    assert cli.main(["report", str(ONE_STUDY), "-o", str(output)]) == 0
    assert capsys.readouterr().out.startswith(f"{output}: ")
    assert cli.main(["report", "/nowhere.db", "-o", str(output)]) == 1
    assert capsys.readouterr().err.startswith("optuna-dashboard: ")
    with pytest.raises(SystemExit):
        cli.main(["report", str(ONE_STUDY)])
    assert "-o" in capsys.readouterr().err


def test_a_storage_may_be_called_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ONE_STUDY, tmp_path / "report")
    monkeypatch.chdir(tmp_path)
    # It opens: what is wrong is the port.
    for argv in (["./report"], ["--host", "127.0.0.1", "report"]):
        assert cli.main([*argv, "--port", "-1"]) == 1
        assert "Cannot listen" in capsys.readouterr().err


def test_pages_know_the_marked_place() -> None:
    assert f'"{PARTS}"' in (ROOT / "web" / "src" / "report" / "makeReport.ts").read_text()
