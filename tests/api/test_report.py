"""GET /api/studies/<id>/report."""

from optuna_dashboard.report.document import report
from optuna_dashboard.report.text import escape
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
