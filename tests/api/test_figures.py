"""The figures endpoints; what the figures show is tested beside them."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import quote

import optuna
import plotly.io  # type: ignore[import-untyped]
import pytest

from optuna_dashboard.figures.registry import FIGURES
from tests.api.client import FIXTURES, ApiClient

HISTORY = "/api/studies/1/figures/history"


def test_only_figures_that_suit(api: ApiClient) -> None:
    def names(study: str) -> set[str]:
        figures = api.json(f"/api/studies/{api.study_id(study)}/figures")["figures"]
        return {figure["name"] for figure in figures}

    single, several = names("single-minimize"), names("mo-2")
    assert {"history", "slice", "timeline"} <= single & several
    # Optuna has reports only for a single objective.
    assert "pareto-front" in several - single
    assert "intermediate-values" in single - several


def test_every_figure_of_every_study(api: ApiClient) -> None:
    for summary in api.json("/api/studies")["study_summaries"]:
        path = f"/api/studies/{summary['study_id']}/figures"
        for info in api.json(path)["figures"]:
            answer = api.json(f"{path}/{info['name']}")
            assert {key: answer[key] for key in info} == info
            assert answer["total"] == summary["n_trials"]
            defaults = {option["name"]: option["default"] for option in info["options"]}
            assert answer["applied"] == defaults


def test_options_are_applied(api: ApiClient) -> None:
    applied = api.json(HISTORY, log="true", x="start")["applied"]
    assert (applied["log"], applied["x"]) == (True, "start")


def test_dates_on_the_clock_of_the_reader(api: ApiClient) -> None:
    def title(**params: object) -> str:
        layout = api.json(HISTORY, x="start", **params)["figure"]["layout"]
        return str(layout["xaxis"]["title"]["text"])

    assert (title(), title(utc_offset=-90)) == ("Start (UTC)", "Start (UTC-01:30)")
    for bad in ("1441", "-1441", "1e3", "+60", "٣", "12345", "x"):
        assert "minutes" in api.reason(400, HISTORY, utc_offset=bad)


def test_the_numbers_of_a_figure(api: ApiClient) -> None:
    study = api.study_id("mo-2")
    figures = api.json(f"/api/studies/{study}/figures")["figures"]
    assert [figure["name"] for figure in figures if figure["has_table"]] == ["importance"]
    path = f"/api/studies/{study}/figures/importance/csv"
    answer = api.get(path, {"evaluator": "mean-decrease-impurity"})
    head, *rows = csv.reader(io.StringIO(answer.text, newline=""))
    assert head == ["Evaluator", "Target", "Parameter", "Importance"]
    importances = f"/api/studies/{study}/param_importances"
    found = api.json(importances, evaluator="mean-decrease-impurity")["param_importances"]
    labels = api.json(f"/api/studies/{study}/summary")["objective_labels"]
    assert rows == [
        ["Mean decrease impurity", label, item["name"], str(item["importance"])]
        for label, items in zip(labels, found)
        for item in items
    ]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    disposition = answer.headers["content-disposition"]
    assert disposition.endswith("filename*=UTF-8''mo-2-importance.csv")
    assert "targets" in api.reason(400, path, targets="nope")
    reason = api.reason(404, "/api/studies/1/figures/history/csv")
    assert reason == "History has no table"


def test_no_number_of_a_figure_is_a_formula(tmp_path: Path) -> None:
    study = optuna.create_study(storage=f"sqlite:///{tmp_path}/study.db")
    study._storage.set_study_system_attr(study._study_id, "study:metric_names", ["=1+1"])
    for value in (1.0, 2.0):
        trial = study.ask({"@a": optuna.distributions.FloatDistribution(0, 1)})
        study.tell(trial, value)
    api = ApiClient(tmp_path / "study.db")
    [row] = api.get("/api/studies/1/figures/importance/csv").text.splitlines()[1:]
    assert row == "PED-ANOVA,'=1+1,'@a,1.0"


def test_bad_options_are_refused(api: ApiClient) -> None:
    assert "nope" in api.reason(400, HISTORY, nope=1)
    assert "log" in api.reason(400, HISTORY, log="maybe")
    assert api.reason(400, HISTORY, log=["true", "false"]) == "log is given more than once"


def test_an_unknown_figure_is_not_found(api: ApiClient) -> None:
    known = ", ".join(figure.name for figure in FIGURES)
    reason = api.reason(404, "/api/studies/1/figures/nope")
    assert reason == f"there is no figure 'nope'; there are {known}"


@pytest.mark.parametrize(
    ("study", "plot_type", "figure"),
    [
        ("single-minimize", "contour", "contour"),
        ("single-minimize", "edf", "edf"),
        ("single-minimize", "parallel_coordinate", "parallel-coordinates"),
        ("single-minimize", "param_importances", "importance"),
        ("mo-2", "pareto_front", "pareto-front"),
        ("single-minimize", "rank", "rank"),
        ("single-minimize", "slice", "slice"),
        ("single-minimize", "timeline", "timeline"),
    ],
)
def test_the_names_of_earlier_releases(
    api: ApiClient, study: str, plot_type: str, figure: str
) -> None:
    path = f"/api/studies/{api.study_id(study)}"
    answer = api.json(f"{path}/plot/{plot_type}")
    assert answer == api.json(f"{path}/figures/{figure}")["figure"]
    # As clients read it.
    assert plotly.io.from_json(json.dumps(answer)).data


def test_plots_that_there_are_not(api: ApiClient) -> None:
    reason = api.reason(404, "/api/studies/1/plot/scatter-matrix")
    assert reason == "plot_type=scatter-matrix is not supported."
    assert api.reason(404, "/api/studies/99/plot/edf") == "study_id=99 is not found"
    reason = api.reason(400, "/api/studies/1/plot/pareto_front")
    assert reason.endswith("cannot be drawn of study 'single-minimize'")


def test_a_figure_that_does_not_suit_is_refused(api: ApiClient) -> None:
    reason = api.reason(400, "/api/studies/1/figures/pareto-front")
    assert reason.endswith("cannot be drawn of study 'single-minimize'")


def test_studies_of_several_files_in_one_figure() -> None:
    files = ("sqlite/optuna-5.0.0.db", "sqlite/optuna-4.9.0.db")
    api = ApiClient(*(FIXTURES / file for file in files))
    others = [3, 1_000_000_001]
    answer = api.json(HISTORY, study=others)
    assert answer["total"] == 16 + 4 + 16
    assert api.json(HISTORY, study="3,1000000001") == answer
    names = {trace["meta"]["study"]: trace["name"] for trace in answer["figure"]["data"]}
    assert names == {
        1: "single-minimize (optuna-5.0.0.db)",
        3: "nan-inf",
        1_000_000_001: "single-minimize (optuna-4.9.0.db)",
    }
    assert api.reason(400, HISTORY, study="x") == "study=x is not the id of a study"
    # More digits than Python makes a number of.
    assert api.reason(400, HISTORY, study="9" * 5000).endswith("is not the id of a study")
    assert api.reason(404, HISTORY, study=77) == "study_id=77 is not found"


def test_studies_with_other_directions_are_not_laid_over(api: ApiClient) -> None:
    reason = api.reason(400, HISTORY, study=[2, 3])
    assert reason.startswith("“single-maximize” (maximize) cannot be compared with the others")


def test_a_study_is_laid_over_once_and_not_too_many(api: ApiClient) -> None:
    alone = api.json(HISTORY)
    assert api.json(HISTORY, study=[1] * 50) == alone
    assert api.json(HISTORY, study=[3, 3, 1, 3]) == api.json(HISTORY, study=3)
    reason = api.reason(400, HISTORY, study=list(range(2, 22)))
    assert reason == "at most 20 studies can be shown together, not 21"


def test_a_figure_of_several_studies_is_not_offered_for_one(api: ApiClient) -> None:
    names = {figure["name"] for figure in api.json("/api/studies/1/figures")["figures"]}
    assert "best-value" not in names
    assert api.json("/api/studies/1/figures/best-value")["shown"] > 0


def test_an_overlaid_file_is_part_of_the_tag() -> None:
    api = ApiClient(FIXTURES / "sqlite/optuna-5.0.0.db", FIXTURES / "journal/small.log")
    alone = api.get(HISTORY).headers["etag"]
    ids = f"3,{10**9}"
    together = api.get(HISTORY, {"study": ids}).headers["etag"]
    api.catalog.remove(1)
    assert api.get(HISTORY).headers["etag"] == alone
    assert api.get(HISTORY, {"study": ids}, {"If-None-Match": together}).status_code == 404


def test_figures_saved_with_a_study(tmp_path: Path) -> None:
    file = tmp_path / "study.db"
    study = optuna.create_study(storage=f"sqlite:///{file}")
    for key, text in (("a:b:0", '{"data": [{"y": '), ("a:b:1", "[1]}]}"), ("/é:0", "{")):
        attr = f"dashboard:plot_data:{key}"
        study._storage.set_study_system_attr(study._study_id, attr, text)
    api = ApiClient(file)
    path = f"/api/studies/{study._study_id}/figures"
    saved = [one for one in api.json(path)["figures"] if one["name"].startswith("user:")]
    assert [(one["name"], one["title"]) for one in saved] == [
        ("user:a:b", "a:b"),
        ("user:%2F%C3%A9", "/é"),
    ]
    answer = api.json(f"{path}/{quote('user:a:b')}")
    assert answer["figure"]["data"][0]["y"] == [1]
    assert (answer["shown"], answer["title"]) == (None, "a:b")
    reason = api.reason(422, f"{path}/{quote('user:%2F%C3%A9')}")
    assert reason == "What is saved as “/é” is not valid JSON."
    assert "there is no figure" in api.reason(404, f"{path}/user:c")
    reason = api.reason(400, f"{path}/user:a:b", log="true")
    assert reason == "There is no option “log”; this figure has none."
