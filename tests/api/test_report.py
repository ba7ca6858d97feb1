"""GET /api/studies/<id>/report."""

import json
from pathlib import Path

import optuna
from optuna.artifacts import FileSystemArtifactStore

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.report.document import report
from optuna_dashboard.report.text import escape
from optuna_dashboard.storage.artifact_files import ArtifactFiles
from optuna_dashboard.storage.open import open_storage
from tests.api.client import FIXTURES, ApiClient


def test_the_document_is_an_attachment_of_the_name_of_the_study(api: ApiClient) -> None:
    study_id = api.study_id("日本語スタディ 🚀👨‍👩‍👧")
    answer = api.get(f"/api/studies/{study_id}/report")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-disposition"].endswith("%F0%9F%91%A7.html")
    storage = open_storage(str(FIXTURES / "sqlite" / "optuna-5.0.0.db"))
    assert answer.content == report(storage.study(study_id), "optuna-5.0.0.db")


def test_an_unknown_study(api: ApiClient) -> None:
    assert api.reason(404, "/api/studies/99/report") == "study_id=99 is not found"


def test_damage_that_is_found_while_reading_is_told() -> None:
    api = ApiClient(FIXTURES / "special" / "bad-json.db")
    document = api.get("/api/studies/1/report").text
    [source] = api.json("/api/meta")["sources"]
    assert source["warnings"]
    for warning in source["warnings"]:
        assert escape(warning) in document


def test_a_picture_that_came_late_is_in_the_next_one(tmp_path: Path) -> None:
    study = optuna.create_study()
    attr = {"artifact_id": "a1", "filename": "p.png", "mimetype": "image/png", "encoding": None}
    study._storage.set_study_system_attr(0, "artifacts:a1", json.dumps(attr))
    catalog = Catalog(artifacts=ArtifactFiles(FileSystemArtifactStore(tmp_path)))
    api = ApiClient(study._storage, catalog=catalog)
    first = api.http.simulate_get("/api/studies/0/report")
    assert "<img" not in first.text
    assert "etag" not in first.headers
    (tmp_path / "a1").write_bytes(b"png")
    assert "<img" in api.http.simulate_get("/api/studies/0/report").text
