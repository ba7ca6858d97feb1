"""Answers that were given lately are given again without being made again."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from falcon import testing

from optuna_dashboard.api.answers import LatestAnswers
from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.sqlite import SqliteStorage
from optuna_dashboard.study.study import Study
from tests.api.client import FIXTURES

FIGURE = "/api/studies/1/figures/history"


class Counting(SqliteStorage):
    """A file that counts how often a study was asked for."""

    asked = 0

    def study(self, study_id: int) -> Study:
        self.asked += 1
        return super().study(study_id)


@pytest.fixture
def storage(tmp_path: Path) -> Counting:
    file = shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", tmp_path)
    return Counting(Path(file), "study.db")


def client_of(storage: SqliteStorage, most_bytes: int = 2**20) -> testing.TestClient:
    catalog = Catalog()
    catalog.add(storage)
    app = create_app(catalog)
    app.add_middleware(LatestAnswers(most_bytes))
    return testing.TestClient(app)


def rename(storage: SqliteStorage, name: str) -> None:
    with closing(sqlite3.connect(storage.path)) as db, db:
        db.execute("UPDATE studies SET study_name = ? WHERE study_id = 1", [name])


@pytest.mark.parametrize(
    "path", [FIGURE, "/api/studies/1?after=0", "/api/studies/1/summary", "/api/meta"]
)
def test_the_same_question_has_the_same_answer(storage: Counting, path: str) -> None:
    client = client_of(storage)
    first = client.simulate_get(path)
    asked = storage.asked
    second = client.simulate_get(path)
    assert (second.status, second.headers, second.content) == (
        first.status,
        first.headers,
        first.content,
    )
    assert storage.asked == asked
    assert client.simulate_get(path, headers={"If-None-Match": first.headers["etag"]}).text == ""
    assert client.simulate_head(path).headers == first.headers


def test_a_changed_study_is_answered_anew(storage: Counting) -> None:
    client = client_of(storage)
    before = client.simulate_get("/api/studies/1/summary").json["study_name"]
    rename(storage, "new name")
    assert client.simulate_get("/api/studies/1/summary").json["study_name"] == "new name" != before


def test_other_options_are_another_question(storage: Counting) -> None:
    client = client_of(storage)
    plain, log = (client.simulate_get(FIGURE, query_string=text) for text in ("", "log=true"))
    assert plain.content != log.content
    assert storage.asked == 2


def test_errors_and_streams_are_not_kept(storage: Counting) -> None:
    client = client_of(storage)
    for path in ("/api/studies/1/figures/history?best=x", "/csv/1"):
        for asked in (1, 2):
            storage.asked = 0 if asked == 1 else storage.asked
            client.simulate_get(path)
            assert storage.asked == asked


def test_no_more_is_kept_than_may_be(storage: Counting) -> None:
    size = len(client_of(storage).simulate_get(FIGURE).content)
    client = client_of(storage, most_bytes=size + 1034)
    storage.asked = 0
    for query in ("", "", "size=4", "", ""):
        client.simulate_get(FIGURE, query_string=query)
    # The second and the last were kept, what came between took their place.
    assert storage.asked == 3
    small = client_of(storage, most_bytes=size + 1000)
    storage.asked = 0
    for _ in range(2):
        small.simulate_get(FIGURE)
    assert storage.asked == 2


def test_a_file_that_was_locked_for_a_while_is_listed_again(storage: Counting) -> None:
    client = client_of(storage)
    rename(storage, "later")
    with closing(sqlite3.connect(storage.path, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        locked = {path: client.simulate_get(path) for path in ("/api/studies", "/api/meta")}
        db.execute("ROLLBACK")
    assert locked["/api/studies"].json == {"study_summaries": []}
    assert "is locked" in locked["/api/meta"].text
    assert "etag" not in locked["/api/studies"].headers
    assert len(client.simulate_get("/api/studies").json["study_summaries"]) == 24
    # Pages follow the tag of this one.
    unlocked = client.simulate_get("/api/meta")
    assert "is locked" not in unlocked.text
    assert locked["/api/meta"].headers["etag"] != unlocked.headers["etag"]


def test_of_each_question_the_last_answer_is_kept(storage: Counting) -> None:
    size = len(client_of(storage).simulate_get(FIGURE).content)
    summary = len(client_of(storage).simulate_get("/api/studies/1/summary").content)
    client = client_of(storage, most_bytes=size + summary + 2 * 1024 + 100)
    for name in ("one", "two", "three"):
        rename(storage, name)
        client.simulate_get(FIGURE)
        client.simulate_get("/api/studies/1/summary")
    storage.asked = 0
    client.simulate_get(FIGURE)
    assert client.simulate_get("/api/studies/1/summary").json["study_name"] == "three"
    assert storage.asked == 0
