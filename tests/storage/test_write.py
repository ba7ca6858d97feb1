"""Where nothing can be written, and what is read after something was."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import optuna
import pytest
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend

from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.storage.writer import Writer
from tests.storage.conftest import FIXTURES

Open = Callable[[Path], Storage]
SPECIAL = FIXTURES / "special"
NEWEST = ("sqlite/optuna-5.0.0.db", "sqlite/optuna-4.9.0.db")


@pytest.fixture(autouse=True)
def quiet() -> None:
    optuna.logging.set_verbosity(optuna.logging.ERROR)


@pytest.mark.parametrize("file", sorted((FIXTURES / "sqlite").glob("*.db")), ids=lambda f: f.name)
def test_files_of_each_release(opened: Open, tmp_path: Path, file: Path) -> None:
    copy = Path(shutil.copy(file, tmp_path))
    storage = opened(copy)
    with sqlite3.connect(copy) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        revision = [("",)]
        if "alembic_version" in tables:
            revision = db.execute("SELECT version_num FROM alembic_version").fetchall()
    db.close()
    content = copy.read_bytes()
    if revision == [("v3.2.0.a",)]:
        assert storage.why_read_only() is None
        with storage.write() as writer:
            study_id = writer.create_new_study([optuna.study.StudyDirection.MINIMIZE], "new")
        assert storage.study(study_id).name == "new"
        # What Optuna has to say of the schema is the same as before.
        with sqlite3.connect(copy) as db:
            assert db.execute("SELECT version_num FROM alembic_version").fetchall() == revision
            assert len(db.execute("SELECT * FROM version_info").fetchall()) == 1
        db.close()
    else:
        _check_refused(storage, copy, content)


def test_some_of_them_can_be_written_to(opened: Open) -> None:
    for name in NEWEST:
        assert opened(FIXTURES / name).why_read_only() is None


@pytest.mark.parametrize(
    "name", ["special/corrupt-trial_params-page.db", "journal/corrupt-middle.log"]
)
def test_damaged_files(opened: Open, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copy(FIXTURES / name, tmp_path))
    _check_refused(opened(copy), copy, copy.read_bytes())


def test_a_file_that_does_not_say_who_wrote_it(opened: Open, tmp_path: Path) -> None:
    copy = Path(shutil.copy(FIXTURES / NEWEST[0], tmp_path))
    with sqlite3.connect(copy) as db:
        db.execute("DELETE FROM version_info")
    db.close()
    _check_refused(opened(copy), copy, copy.read_bytes())


def _check_refused(storage: Storage, file: Path, content: bytes) -> None:
    for _ in range(2):
        reason = storage.why_read_only()
        with pytest.raises(StorageError) as refused, storage.write():
            pytest.fail("there is something to write with")
        assert (refused.value.kind, refused.value.message) == ("read-only", reason)
        assert reason is not None
        assert file.name in reason
    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


AS_A_GUEST = """
import os, sys
from optuna_dashboard.storage.open import open_storage
storage = open_storage(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
print(storage.why_read_only())
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others find; those of the tests are their user's alone."""
    with TemporaryDirectory() as name:
        folder = Path(name, "folder")
        folder.mkdir()
        folder.parent.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("name", ["sqlite/optuna-5.0.0.db", "journal/small.log"])
@pytest.mark.parametrize("may_write", ["nothing", "file", "folder", "both"])
def test_files_that_this_user_may_only_read(open_folder: Path, name: str, may_write: str) -> None:
    copy = Path(shutil.copy(FIXTURES / name, open_folder))
    copy.chmod(0o666 if may_write in ("file", "both") else 0o444)
    open_folder.chmod(0o777 if may_write in ("folder", "both") else 0o555)
    done = subprocess.run(
        [sys.executable, "-c", AS_A_GUEST, copy], check=True, capture_output=True, text=True
    )
    refusal = f"This user may not write to {copy.name}, or to the folder that it is in."
    assert done.stdout.strip() == ("None" if may_write == "both" else refusal)


def test_a_line_of_a_journal_that_is_not_finished(opened: Open, tmp_path: Path) -> None:
    copy = Path(shutil.copy(FIXTURES / "journal" / "small.log", tmp_path))
    storage = opened(copy)
    whole = copy.read_bytes()
    # Even if it is complete but for its end.
    last = whole.splitlines()[-1]
    copy.write_bytes(whole + last)
    _check_refused(storage, copy, whole + last)
    copy.write_bytes(whole)
    assert storage.why_read_only() is None


@contextmanager
def _each(kind: str, folder: Path) -> Iterator[tuple[BaseStorage, Storage]]:
    if kind == "memory":
        memory = InMemoryStorage()
        yield memory, OptunaStorage(memory, "memory", rest=1000)
    elif kind == "journal":
        backend = JournalFileBackend(str(folder / "study.log"))
        journal = JournalStorage(backend)
        optuna.create_study(storage=journal, study_name="study")
        yield JournalStorage(backend), open_storage(str(folder / "study.log"))
    else:
        rdb = RDBStorage(f"sqlite:///{folder / 'study.db'}")
        direct = OptunaStorage(rdb, "rdb", rest=1000)
        yield rdb, direct if kind == "rdb" else open_storage(str(folder / "study.db"))
        rdb.engine.dispose()


@pytest.fixture(params=["memory", "journal", "rdb", "sqlite"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[BaseStorage, Storage]]:
    """A storage of Optuna's and ours of the same; where looks cost, the next is far away."""
    with _each(request.param, tmp_path) as found:
        yield found


def _study(theirs: BaseStorage) -> optuna.Study:
    return optuna.create_study(storage=theirs, study_name="study", load_if_exists=True)


def test_what_was_written_is_read_at_once(both: tuple[BaseStorage, Storage]) -> None:
    theirs, storage = both
    study = _study(theirs)
    seen = {storage.revision()}
    for number in range(30):
        with storage.write() as writer:
            writer.set_study_system_attr(study._study_id, "number", number % 10)
        assert storage.study(study._study_id).header.system_attrs == {"number": number % 10}
        seen.add(storage.revision())
    # In memory, and through Optuna, what is the same again has the same name again.
    assert len(seen) >= 11


def test_what_a_program_writes_between_is_seen(both: tuple[BaseStorage, Storage]) -> None:
    theirs, storage = both
    study = _study(theirs)
    for number in range(5):
        trial = study.ask()
        with storage.write() as writer:
            writer.set_trial_user_attr(trial._trial_id, "number", number)
        study.tell(trial, float(number))
        with storage.write() as writer:
            found = writer.get_trial(trial._trial_id)
        assert (found.value, found.user_attrs) == (number, {"number": number})
    assert storage.study(study._study_id).n_trials == 5


def test_what_goes_wrong(both: tuple[BaseStorage, Storage]) -> None:
    theirs, storage = both
    study = _study(theirs)
    trial = study.ask()
    study.tell(trial, 1.0)

    def told(write: Callable[[Writer], object]) -> str:
        with pytest.raises(StorageError) as error, storage.write() as writer:
            write(writer)
        return error.value.kind

    minimize = [optuna.study.StudyDirection.MINIMIZE]
    assert told(lambda w: w.create_new_study(minimize, "study")) == "exists"
    assert told(lambda w: w.set_study_user_attr(99, "a", 1)) == "gone"
    assert told(lambda w: w.delete_study(99)) == "gone"
    assert told(lambda w: w.get_trial(99)) == "gone"
    assert told(lambda w: w.set_trial_user_attr(trial._trial_id, "a", 1)) == "finished"
    assert told(lambda w: 1 / 0) == "not-written"
    assert len(theirs.get_all_studies()) == 1


def test_a_file_that_is_locked(opened: Open, tmp_path: Path) -> None:
    copy = Path(shutil.copy(FIXTURES / NEWEST[0], tmp_path))
    storage = opened(copy)
    holder = sqlite3.connect(copy, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as refused, storage.write() as writer:
        writer.set_study_user_attr(1, "a", 1)
    assert refused.value.kind == "locked"
    holder.execute("ROLLBACK")
    holder.close()
    with storage.write() as writer:
        writer.set_study_user_attr(1, "a", 1)
    assert storage.study(1).header.user_attrs["a"] == 1


def test_another_file_in_the_place_of_the_one_that_was_open(opened: Open, tmp_path: Path) -> None:
    """Nothing goes into the one that is there no more."""
    copy = Path(shutil.copy(FIXTURES / NEWEST[0], tmp_path))
    storage = opened(copy)
    for name in ("first", "second"):
        with storage.write() as writer:
            writer.create_new_study([optuna.study.StudyDirection.MINIMIZE], name)
        other = Path(shutil.copy(FIXTURES / NEWEST[1], tmp_path / "other.db"))
        names = [summary.header.name for summary in storage.summaries()]
        assert name in names
        other.replace(copy)
        assert name not in [summary.header.name for summary in storage.summaries()]
    copy.unlink()
    with pytest.raises(StorageError), storage.write():
        pytest.fail("there is something to write with")
    assert list(tmp_path.iterdir()) == []


def test_another_journal_in_the_place_of_the_one_that_was_open(
    opened: Open, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(FIXTURES / "journal" / "optuna-5.0.0.log", tmp_path))
    storage = opened(copy)
    for name in ("first", "second"):
        with storage.write() as writer:
            writer.create_new_study([optuna.study.StudyDirection.MINIMIZE], name)
        assert storage.summaries()[-1].header.name == name
        shutil.copy(FIXTURES / "journal" / "small.log", copy)
        assert name not in [summary.header.name for summary in storage.summaries()]
    read = JournalStorage(JournalFileBackend(str(copy)))
    assert len(read.get_all_studies()) == len(storage.summaries())
