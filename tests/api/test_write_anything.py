"""What is true of every method that changes something."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import optuna
import pytest

from optuna_dashboard.api.app import RESOURCES
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.artifact_files import artifact_files
from tests.api.client import DOCUMENT, ApiClient, parse
from tests.api.written import Written, written_storage

FIELDS = {
    **{"study_id": "1", "trial_id": "4", "item": "4", "artifact_id": "0a", "number": "2"},
    **{"plot_id": "plot", "history_id": "0a", "source": "0"},
}
OPERATIONS = [
    (method.upper(), re.sub(r"\{(\w+)\}", lambda field: FIELDS[field[1]], path), operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method != "get" and "200" not in operation["responses"]
]
WRITES = [(method, path) for method, path, _ in OPERATIONS]
TAKE_JSON = [
    (method, path)
    for method, path, operation in OPERATIONS
    if "application/json" in operation.get("requestBody", {"content": {}})["content"]
]
DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    """A file that no test of this module is to change."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    folder = tmp_path_factory.mktemp("sqlite")
    with written_storage("sqlite", folder) as written:
        written.api = written.client(_catalog_with_files(folder))
        before = _state(written)
        yield written
        assert _state(written) == before


def _catalog_with_files(folder: Path) -> Catalog:
    return Catalog(artifacts=artifact_files(optuna.artifacts.FileSystemArtifactStore(folder)))


def _state(written: Written) -> Any:
    return [
        (study.study_name, study.user_attrs, study.system_attrs, trials)
        for study in written.theirs.get_all_studies()
        for trials in [written.theirs.get_all_trials(study._study_id)]
    ]


def test_every_method_is_in_the_document() -> None:
    reading = {"GET", "HEAD"}
    for resource in RESOURCES:
        has = {name[3:].upper() for name in dir(resource) if name.startswith("on_")}
        told = {write.method for write in resource.writes}
        forms = {"POST"} if getattr(resource, "takes_form", False) else set()
        assert has - reading == told | forms, resource
    assert len(WRITES) == 21


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_nothing_is_written_where_the_host_forbids_it(
    sqlite: Written, method: str, path: str
) -> None:
    catalog = Catalog(is_read_only=True)
    api = sqlite.client(catalog)
    assert api.json("/api/meta")["is_read_only"] is True
    assert api.refused(403, method, path, {}) == "This dashboard is read-only."
    # One that does not exist is not told from one that does.
    assert api.refused(403, method, path.replace("1", "99"), None)


# What an old schema is for.
UPGRADE = ("POST", "/api/sources/0/upgrade")
# What an old file has nothing of is not found before anything would be written.
NOT_THERE = ("/plots/", "/preference", "/skip")


@pytest.mark.parametrize(("method", "path"), [one for one in WRITES if one != UPGRADE])
def test_an_old_schema_is_left_as_it_is(tmp_path: Path, method: str, path: str) -> None:
    fixture = Path(__file__).parents[1] / "fixtures" / "sqlite" / "optuna-2.10.1.db"
    content = fixture.read_bytes()
    file = tmp_path / "old.db"
    file.write_bytes(content)
    store = tmp_path / "store"
    store.mkdir()
    api = ApiClient(file, catalog=_catalog_with_files(store))
    [source] = api.json("/api/meta")["sources"]
    assert "optuna-dashboard migrate" in source["why_read_only"]
    result = api.http.simulate_request(method, path, json=BODIES[method, path])
    if any(part in path for part in NOT_THERE) and "component" not in path:
        assert result.status_code in (400, 404)
    else:
        assert (result.status_code, parse(result)["reason"]) == (403, source["why_read_only"])
    assert file.read_bytes() == content
    assert set(tmp_path.iterdir()) == {file, store}
    assert list(store.iterdir()) == []


# Something that each would take.
BODIES: dict[tuple[str, str], Any] = {
    UPGRADE: None,
    ("POST", "/api/studies"): {"study_name": "new", "directions": ["minimize"]},
    ("DELETE", "/api/studies/1"): None,
    ("POST", "/api/studies/1/rename"): {"study_name": "new"},
    ("PUT", "/api/studies/1/note"): {"version": 1, "body": "x"},
    ("PUT", "/api/studies/1/4/note"): {"version": 1, "body": "x"},
    ("POST", "/api/studies/1/user-attrs"): {"user_attrs": {"a": 1}},
    ("POST", "/api/artifacts/1"): {"file": "data:,"},
    ("POST", "/api/artifacts/1/4"): {"file": "data:,"},
    ("DELETE", "/api/artifacts/1/4"): None,
    ("DELETE", "/api/artifacts/1/4/0a"): None,
    ("DELETE", "/api/studies/1/plots/plot"): None,
    ("POST", "/api/studies/1/preference"): {
        "mode": "ChooseWorst",
        "candidates": [0, 1],
        "clicked": 0,
    },
    ("DELETE", "/api/studies/1/preference/0a"): None,
    ("POST", "/api/studies/1/preference/0a"): None,
    ("POST", "/api/studies/1/4/skip"): None,
    ("PUT", "/api/studies/1/preference_feedback_component"): {"output_type": "note"},
    ("POST", "/api/studies/1/trials"): {"params": {}},
    ("POST", "/api/studies/1/trials/2/retry"): None,
    ("POST", "/api/trials/4/tell"): {"state": "Fail"},
    ("POST", "/api/trials/4/user-attrs"): {"user_attrs": {"a": 1}},
}


@pytest.mark.parametrize(("method", "path"), TAKE_JSON)
@pytest.mark.parametrize(
    "body",
    [
        "{",
        '{"a": NaN}',
        '{"a": [-Infinity]}',
        '{"a": 1e999}',
        '{"a": [-1E+0999]}',
        '{"a": ' + "9" * 299 + "e99}",
        '{"study_name": "\\ud800"}',
        DEEP,
        '{"a": ' + "9" * 5000 + "}",
        b"\xff\xfe{}",
        b'{"a": "\xff"}',
    ],
    ids=range(11),
)
def test_what_is_no_json(sqlite: Written, method: str, path: str, body: Any) -> None:
    headers = {"Content-Type": "application/json; charset=utf-8"}
    result = sqlite.api.http.simulate_request(method, path, body=body, headers=headers)
    assert (result.status_code, parse(result)) == (400, {"reason": "Invalid JSON"})


@pytest.mark.parametrize(("method", "path"), TAKE_JSON)
@pytest.mark.parametrize("body", ["[]", "1", '"x"', "null"])
def test_what_is_no_object(sqlite: Written, method: str, path: str, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    result = sqlite.api.http.simulate_request(method, path, body=body, headers=headers)
    assert (result.status_code, list(parse(result))) == (400, ["reason"])


@pytest.mark.parametrize(("method", "path"), TAKE_JSON)
@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_what_a_page_of_another_site_could_send(
    sqlite: Written, method: str, path: str, kind: str | None
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    body = json.dumps(BODIES[method, path] or {"remove_associated_artifacts": False})
    result = sqlite.api.http.simulate_request(method, path, body=body, headers=headers)
    assert (result.status_code, list(parse(result))) == (415, ["reason"])


@pytest.mark.parametrize(("method", "path"), TAKE_JSON)
def test_what_was_cut_off(sqlite: Written, method: str, path: str) -> None:
    body = json.dumps(BODIES[method, path] or {"remove_associated_artifacts": False})
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body) + 1)}
    result = sqlite.api.http.simulate_request(method, path, body=body, headers=headers)
    reason = f"the body was to have {len(body) + 1} bytes; {len(body)} came"
    assert (result.status_code, parse(result)) == (400, {"reason": reason})


@pytest.mark.parametrize(("method", "path"), [*TAKE_JSON, ("POST", "/csv/1")])
def test_what_does_not_say_how_long_it_is(sqlite: Written, method: str, path: str) -> None:
    kind = "application/x-www-form-urlencoded" if "csv" in path else "application/json"
    headers = {"Content-Type": kind, "Transfer-Encoding": "chunked"}
    result = sqlite.api.http.simulate_request(method, path, headers=headers)
    reason = "the body has to say its Content-Length"
    assert (result.status_code, parse(result)) == (411, {"reason": reason})


@pytest.mark.parametrize(("method", "path"), TAKE_JSON)
def test_what_is_too_long(
    sqlite: Written, monkeypatch: pytest.MonkeyPatch, method: str, path: str
) -> None:
    monkeypatch.setenv("OPTUNA_DASHBOARD_MEMFILE_MAX", "1000")
    body = {**(BODIES[method, path] or {}), "more": "x" * 1000}
    reason = sqlite.api.refused(413, method, path, body)
    assert reason.endswith("at most 1000 are taken (OPTUNA_DASHBOARD_MEMFILE_MAX)")


def test_what_is_as_long_as_may_be(sqlite: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/api/studies/99/rename"
    for most in ("nonsense", "", None):
        if most is None:
            monkeypatch.delenv("OPTUNA_DASHBOARD_MEMFILE_MAX")
        else:
            monkeypatch.setenv("OPTUNA_DASHBOARD_MEMFILE_MAX", most)
        assert sqlite.api.refused(404, "POST", path, {"more": "x" * 100_000})
