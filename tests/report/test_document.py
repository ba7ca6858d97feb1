"""The HTML of a report, of files of every kind and of odd studies."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.analysis.packages import MissingPackagesError
from optuna_dashboard.figures.figure import Figure, FigureResult
from optuna_dashboard.figures.history import History
from optuna_dashboard.report.document import report
from optuna_dashboard.report.figures import MOST_SAVED
from optuna_dashboard.report.script import PARTS
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study
from tests.api.every_route import readable_files
from tests.figures.column_reader import Row, study_of
from tests.report.page import Page

FIXTURES = Path(__file__).parents[1] / "fixtures"
FLOAT = FloatDistribution(0.0, 1.0)
EVIL = "</script><script>alert(1)</script><!-- parts -->\"'&"


def page_of(study: Study, source: str = "a.db", warnings: Sequence[str] = ()) -> Page:
    return Page(report(study, source, warnings))


@pytest.mark.parametrize("path", list(readable_files(FIXTURES)), ids=lambda path: path.name)
def test_every_study_of_every_file(path: Path) -> None:
    storage = open_storage(str(path))
    for summary in storage.summaries():
        page = page_of(storage.study(summary.header.id), storage.label)
        ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
        assert len(ids) == len(set(ids))
        labels = [
            attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs
        ]
        assert set(labels) <= set(ids)
        assert f"<!--{page.comments[0]}-->" == PARTS
        assert len(page.comments) == 1
        assert len(page.data) == len(page.figures)
        assert all(data["data"] for data in page.data)
    storage.close()


def test_what_a_stranger_wrote_stays_text() -> None:
    attrs: dict[str, JSON] = {
        "dashboard:note_str:0": f"note {EVIL}",
        "dashboard:0:note_str:0": f"on a trial {EVIL}",
        "study:metric_names": [f"metric {EVIL}"],
    }
    choices = CategoricalDistribution((f"choice {EVIL}", "b"))
    params: Any = {f"param {EVIL}": (f"choice {EVIL}", choices), "y": (0.5, FLOAT)}
    rows = [Row((float(n),), params=params, user_attrs={f"attr {EVIL}": [EVIL]}) for n in range(9)]
    study = study_of(rows, name=f"study {EVIL}", system_attrs=attrs)
    page = page_of(study, f"source {EVIL}", [f"warning {EVIL}"])
    assert len(page.comments) == 1
    assert {attrs["type"] for attrs in page.named("script")} == {"application/json"}
    for thing in ("study", "source", "warning", "note", "on a trial", "metric", "param", "choice"):
        assert f"{thing} {EVIL}" in page.text
    assert "parallel-coordinates" in page.figures


def test_lone_surrogates_leave_a_file_that_reads() -> None:
    assert "a?b" in page_of(study_of([], name="a\udc80b")).text


def test_a_large_study_is_thinned_and_says_so() -> None:
    start = datetime(2026, 1, 1)
    study = study_of(
        Row(
            (float((n * 7919) % 20_011),),
            start=start + timedelta(seconds=n),
            complete=start + timedelta(seconds=n + 1),
            params={"x": ((n % 977) / 977, FLOAT), "y": ((n % 83) / 83, FLOAT)},
            reports={0: float(n), 1: 1.0},
        )
        for n in range(20_000)
    )
    page = page_of(study)
    assert "Of this many trials, a figure shows about 5,000" in page.text
    assert re.search(r"[45],\d{3} of 20,000 trials shown\. Thinned from 20,000 points", page.text)
    assert {"history", "slice", "timeline", "intermediate-values", "rank"} <= set(page.figures)
    types = {trace.get("type", "scatter") for data in page.data for trace in data["data"]}
    assert "scattergl" not in types
    assert "The first 1,000 of 20,000 trials." in page.text
    assert [row[0] for row in page.rows[2:]] == [str(n) for n in range(1_000)]
    assert len(report(study, "a.db")) < 3_000_000
    # Pages draw as much as before.
    assert History().build([study], {}).shown == 20_000


def test_the_best_trial_and_the_facts() -> None:
    start = datetime(2026, 3, 2, 23, 15)
    end = start + timedelta(hours=1)
    rows = [
        Row((3.0,), start=start, complete=end, params={"x": (0.123456789, FLOAT)}),
        Row((-0.0625,), start=start, complete=end, params={"x": (0.5, FLOAT)}),
        Row(state=TrialState.FAIL),
        Row((-9.0,), constraints={"c": 1.0}),
    ]
    page = page_of(study_of(rows, name="s", clock="utc"), "my.db", ["Trials may be missing."])
    text = page.text.replace("\n", "")
    assert "Report of an Optuna studysMinimize. From my.db.Trials may be missing." in text
    assert "3 complete1 failedTrials4Feasible2 of 3 complete trialsTotal duration2 h" in text
    assert "First start2026-03-02 23:15:00 UTC" in text
    assert "Best trial-0.0625 in trial 1x0.5" in text
    assert page.rows[2] == ["0", "complete", "1 h", "3", "0.123457"]
    assert page.rows[5][1] == "infeasible"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "No trial is complete yet."),
        ([Row(state=TrialState.RUNNING)], "No trial is complete yet."),
        ([Row((1.0,), feasible=False)], "No trial is feasible"),
        ([Row((float("nan"),))], "The complete trials have no value that can be compared."),
    ],
)
def test_why_there_is_no_best_trial(rows: list[Row], reason: str) -> None:
    assert reason in page_of(study_of(rows)).text


def test_a_front_is_a_table() -> None:
    study = study_of(
        [Row((float(n), float(-n))) for n in range(150)], Direction.MINIMIZE, Direction.MINIMIZE
    )
    page = page_of(study)
    assert "Pareto frontThe first 100 of 150 trials." in page.text.replace("\n", "")
    assert page.rows[0] == ["Trial", "Objectives"]
    assert page.rows[1] == ["Number", "State", "Duration", "Objective 0", "Objective 1"]


def test_wide_tables_have_fewer_rows_and_columns() -> None:
    params = {f"p{n:03d}": (0.5, FLOAT) for n in range(120)}
    study = study_of([Row((1.0,), params=params) for _ in range(600)])
    page = page_of(study)
    assert "The first 50 of 120 parameters are columns." in page.text
    assert "The first 462 of 600 trials." in page.text
    assert {len(row) for row in page.rows[1:]} == {54}


def test_notes_are_text_in_the_order_of_trials() -> None:
    attrs: dict[str, JSON] = {f"dashboard:{n}:note_str:0": f"note {n}" for n in range(120)}
    attrs["dashboard:note_str:0"] = "# All\n\nof *it*"
    page = page_of(study_of([Row((1.0,)) for _ in range(120)], system_attrs=attrs))
    assert "# All\n\nof *it*" in page.text
    assert "The first 100 of 120 notes." in page.text
    assert [int(n) for n in re.findall(r"note (\d+)\n", page.text)] == list(range(100))


def test_figures_without_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Figure, *args: object) -> FigureResult:
        raise MissingPackagesError("It", ("scikit-learn",))

    monkeypatch.setattr(History, "build", refuse)
    page = page_of(study_of([Row((1.0,)), Row((2.0,))]))
    assert "history" not in page.figures
    assert "History: It needs scikit-learn, which is not installed" in page.text


def test_saved_figures_are_drawn_unless_they_are_none_or_too_large() -> None:
    large = {"data": [{"y": [0.123456] * (MOST_SAVED // 8)}]}
    figures = {
        "a": {"data": [{"y": [1, 2]}], "layout": {"title": {"text": "Loss <b>"}}},
        "b": [1],
        "c": large,
        "d": {"data": []},
    }
    attrs: dict[str, JSON] = {
        f"dashboard:plot_data:{name}:0": json.dumps(figure) for name, figure in figures.items()
    }
    page = page_of(study_of([Row((1.0,))], system_attrs=attrs))
    assert [name for name in page.figures if name.startswith("user:")] == ["user:a"]
    (saved,) = (data for data in page.data if data["data"][0]["meta"]["role"] == "saved")
    assert saved["data"][0]["y"] == [1, 2]
    assert "b: What is saved as “b” is no figure: it is not a JSON object." in page.text
    assert "c: too large, 5 MB; see the dashboard." in page.text
    assert "d: There is nothing in this figure." in page.text
