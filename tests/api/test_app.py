"""What is true of all routes: errors, methods, ids, ETags, and plain WSGI."""

import io
import json
import logging
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.api.csv import CsvResource
from optuna_dashboard.storage.base import StorageError
from tests.api.client import DOCUMENT, FIXTURES, ApiClient, parse

EXISTING = [
    path.format(source=0, study_id=1, number=0, name="importance", plot_type="slice")
    + ("?ids=1,3" if path.startswith("/api/compare") else "")
    for path, item in DOCUMENT["paths"].items()
    # Of artifacts there are none; see ``test_artifacts``.
    if "get" in item and not path.startswith("/artifacts/")
]
OF_STUDIES = [
    path for path, item in DOCUMENT["paths"].items() if "{study_id}" in path and "get" in item
]
FIELDS = {"number": 0, "name": "importance", "plot_type": "slice", "item": 0, "artifact_id": "0a"}
FORMS = ("/csv/1", "/api/studies/1/export")


@pytest.mark.parametrize("path", EXISTING)
def test_get_head_options(api: ApiClient, path: str) -> None:
    got = api.get(path)
    assert got.status_code == 200
    head = api.http.simulate_head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got.headers["etag"]
    options = api.http.simulate_options(path)
    assert options.status_code == 200
    assert options.headers["allow"] == ", ".join(_methods(path))


@pytest.mark.parametrize("path", EXISTING)
def test_other_methods_are_refused(api: ApiClient, path: str) -> None:
    refused = api.http.simulate_request("PATCH", path, json={})
    assert refused.status_code == 405
    assert refused.headers["allow"] == ", ".join([*_methods(path), "OPTIONS"])
    assert refused.json == {"reason": "PATCH is not allowed here"}


def _methods(path: str) -> list[str]:
    others = {
        "/api/studies": ["POST"],
        "/api/studies/1": ["DELETE"],
        "/api/studies/1/trials": ["POST"],
        "/api/studies/1/preference": ["POST"],
    }
    found = ["POST"] if path in FORMS else others.get(path, [])
    return sorted(["GET", "HEAD", *found])


@pytest.mark.parametrize("path", EXISTING)
def test_an_unchanged_answer_is_not_sent_again(api: ApiClient, path: str) -> None:
    tag = api.get(path).headers["etag"]
    for known in (tag, f'"other", {tag}', f"W/{tag}"):
        again = api.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.headers["etag"]) == (304, tag)
    assert api.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert api.http.simulate_head(path, headers={"If-None-Match": tag}).status_code == 304


def test_any_answer_may_be_known(api: ApiClient) -> None:
    anything = {"If-None-Match": "*"}
    for path in EXISTING:
        known = api.get(path, headers=anything)
        assert (known.status_code, known.headers["etag"]) == (304, api.get(path).headers["etag"])
    assert api.get("/api/studies/99/summary", headers=anything).status_code == 404


@pytest.mark.parametrize("path", [path for path in EXISTING if path.startswith("/api/")])
def test_a_trailing_slash_changes_nothing(api: ApiClient, path: str) -> None:
    address, mark, query = path.partition("?")
    assert api.get(f"{address}/{mark}{query}").content == api.get(path).content


@pytest.mark.parametrize("template", OF_STUDIES)
@pytest.mark.parametrize("study_id", ["x", "-1", "1.0", "1_0", "٣", "+1", "9" * 19, "%20"])
def test_an_id_that_is_no_number_is_not_found(
    api: ApiClient, template: str, study_id: str
) -> None:
    path = template.format(study_id=study_id, **FIELDS)
    result = api.http.simulate_get(path)
    assert result.status_code == 404
    assert list(parse(result)) == ["reason"]


@pytest.mark.parametrize("template", OF_STUDIES)
def test_an_unknown_study_is_not_found(api: ApiClient, template: str) -> None:
    for study_id in (99, 0, 5 * 10**9 + 1):
        path = template.format(study_id=study_id, **FIELDS)
        assert api.reason(404, path) == f"study_id={study_id} is not found"


def test_an_unknown_path_is_not_found(api: ApiClient) -> None:
    for path in ("/", "/api", "/api/nothing", "/nothing", "/api/studies/1/trials/0/x"):
        result = api.http.simulate_get(path)
        assert result.status_code == 404
        assert result.json == {"reason": f"{path} is not found"}


def test_a_change_of_the_file_changes_the_tag(tmp_path: Path) -> None:
    file = Path(shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", tmp_path))
    api = ApiClient(file, FIXTURES / "journal" / "small.log")
    paths = ["/api/studies", "/api/studies/1", "/api/studies/1/figures/history"]
    tags = {path: api.get(path).headers["etag"] for path in paths}
    other = api.get("/api/studies/1000000000").headers["etag"]
    with sqlite3.connect(file) as db:
        db.execute("UPDATE studies SET study_name = 'renamed' WHERE study_id = 1")
    db.close()
    os.utime(file, (1, 1))
    for path, tag in tags.items():
        assert api.get(path, headers={"If-None-Match": tag}).status_code == 200
    assert api.json("/api/studies/1")["name"] == "renamed"
    # The other file is still the same.
    again = api.get("/api/studies/1000000000", headers={"If-None-Match": other})
    assert again.status_code == 304


def test_pages_follow_a_study_beside_a_file_that_is_not_written_to(tmp_path: Path) -> None:
    """By the tag of this answer, in which there is nothing of the study."""
    file = Path(shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", tmp_path))
    old = Path(shutil.copy(FIXTURES / "sqlite" / "optuna-2.10.1.db", tmp_path))
    api = ApiClient(old, file)

    def tag() -> str:
        got = api.get("/api/meta").headers["etag"]
        head = api.http.simulate_head("/api/meta").headers["etag"]
        assert got == head
        return got

    seen = [tag()]
    assert tag() == seen[0]
    with sqlite3.connect(file) as db:
        db.execute("UPDATE trials SET state = 'FAIL' WHERE trial_id = 1")
    db.close()
    seen.append(tag())
    # Where the backup would be.
    [upgrade] = [one["upgrade"] for one in api.json("/api/meta")["sources"] if one["upgrade"]]
    (tmp_path / Path(upgrade["backup"]).name).touch()
    seen.append(tag())
    assert len(set(seen)) == 3
    known = {"If-None-Match": seen[0]}
    assert api.get("/api/meta", headers=known).status_code == 200


def test_a_tag_is_of_the_question_too(api: ApiClient) -> None:
    trials = "/api/studies/1/trials"
    tags = {api.get(trials, {"offset": offset}).headers["etag"] for offset in range(5)}
    assert len(tags) == 5


def test_an_error_inside_is_logged_and_not_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: Any, **params: Any) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr(CsvResource, "on_get", fail)
    api = ApiClient(FIXTURES / "sqlite" / "optuna-5.0.0.db")
    with caplog.at_level(logging.ERROR):
        assert api.reason(500, "/csv/1") == "internal server error"
    assert "a secret" in caplog.text


def test_a_storage_that_breaks_tells_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise StorageError("locked", "Another program holds the file.")

    files = ("sqlite/optuna-5.0.0.db", "sqlite/optuna-4.9.0.db")
    api = ApiClient(*(FIXTURES / file for file in files))
    broken = api.catalog.sources()[0].storage
    monkeypatch.setattr(broken, "study", fail)
    assert api.reason(503, "/api/studies/1/summary") == "Another program holds the file."
    # The other file stays in reach.
    monkeypatch.setattr(broken, "summaries", fail)
    assert {one["source"] for one in api.json("/api/studies")["study_summaries"]} == {1}
    first, second = api.json("/api/meta")["sources"]
    assert (first["n_studies"], first["warnings"]) == (0, ["Another program holds the file."])
    assert (second["n_studies"], second["warnings"]) == (23, [])


def test_a_file_broken_in_a_new_way_leaves_the_others_in_reach(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("a new way")

    files = ("sqlite/optuna-5.0.0.db", "sqlite/optuna-4.9.0.db")
    api = ApiClient(*(FIXTURES / file for file in files))
    monkeypatch.setattr(api.catalog.sources()[0].storage, "summaries", fail)
    assert {one["source"] for one in api.json("/api/studies")["study_summaries"]} == {1}
    first, _ = api.json("/api/meta")["sources"]
    assert first["warnings"] == ["optuna-5.0.0.db could not be read: ZeroDivisionError: a new way"]
    assert "a new way" in caplog.text


def test_the_application_is_plain_wsgi(api: ApiClient) -> None:
    answered: dict[str, Any] = {}

    def start_response(
        status: str, headers: list[tuple[str, str]], error: object = None, /
    ) -> Callable[[bytes], object]:
        answered["status"], answered["headers"] = status, dict(headers)
        return lambda data: None

    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/api/studies/1",
        "QUERY_STRING": "after=15",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    chunks = list(api.http.app(environ, start_response))
    assert answered["status"] == "200 OK"
    assert answered["headers"]["content-type"] == "application/json"
    assert all(isinstance(chunk, bytes) for chunk in chunks)
    assert [trial["number"] for trial in json.loads(b"".join(chunks))["trials"]] == [15]
