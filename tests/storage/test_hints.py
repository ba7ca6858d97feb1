"""What a user is told who has named a storage that is not there."""

import os
from pathlib import Path

import pytest

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage


def refusal(source: str) -> str:
    with pytest.raises(StorageError) as refused:
        open_storage(source)
    assert refused.value.kind == "not-found"
    return refused.value.message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three files that look like storages, each older than the one before, and others."""
    for age, name in enumerate(("study.db", "journal.log", "db.sqlite3", "old.db")):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (10_000 - age, 10_000 - age))
    (tmp_path / "studies.txt").write_text("")
    (tmp_path / "folder.db").mkdir()
    return tmp_path


def test_a_name_that_is_almost_right(folder: Path) -> None:
    told = refusal(str(folder / "db.sqlite"))
    assert told == "There is no file db.sqlite. Check its path. Near it is db.sqlite3."
    assert refusal(f"sqlite:///{folder}/Study.db").endswith("Near it is study.db.")


def test_another_name(folder: Path) -> None:
    told = refusal(str(folder / "xyz"))
    files = "study.db and journal.log and db.sqlite3"
    assert told == f"There is no file xyz. Check its path. In {folder} are {files}."


def test_a_folder(folder: Path) -> None:
    asked = "Choose a database file or a journal log in it."
    files = "study.db and journal.log and db.sqlite3"
    assert refusal(str(folder)).endswith(f"is a folder. {asked} In {folder} are {files}.")
    empty = folder / "empty"
    empty.mkdir()
    assert refusal(str(empty)) == f"empty is a folder. {asked}"


def test_no_such_folder(tmp_path: Path) -> None:
    told = refusal(str(tmp_path / "nothing" / "x.db"))
    assert told == "There is no file x.db. Check its path."


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("sqlite://db.sqlite3", "Type sqlite:///db.sqlite3"),
        ("sqlite:db.sqlite3", "Type sqlite:///db.sqlite3"),
        ("SQLite:/db.sqlite3", "Type sqlite:///db.sqlite3"),
        ("postgres://me:secret@host/db", "Begin it with postgresql://"),
    ],
)
def test_addresses_that_are_almost_right(source: str, told: str) -> None:
    shown = source.replace("me:secret@", "")
    assert refusal(source).lower() == f"{shown} is no address of a storage. {told}".lower()


@pytest.mark.parametrize("source", ["", "  "])
def test_nothing(source: str) -> None:
    assert refusal(source) == "The name of the storage is empty. Give a file or a URL."
