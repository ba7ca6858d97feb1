"""GET /csv/<id>."""

import csv
import io
import shutil
from pathlib import Path

import optuna

from tests.api.client import FIXTURES, ApiClient


def table(api: ApiClient, study_id: int, **params: object) -> list[list[str]]:
    text = api.get(f"/csv/{study_id}", params).content.decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def test_every_study_is_what_optuna_says(api: ApiClient, tmp_path: Path) -> None:
    copy = shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", tmp_path / "copy.db")
    for summary in api.json("/api/studies")["study_summaries"]:
        study = optuna.load_study(study_name=summary["study_name"], storage=f"sqlite:///{copy}")
        assert table(api, summary["study_id"]) == plain_table(study)


def plain_table(study: optuna.Study) -> list[list[str]]:
    params = sorted({name for trial in study.trials for name in trial.params})
    attrs = sorted({name for trial in study.trials for name in trial.user_attrs})
    values = study.metric_names or [f"Objective {i}" for i in range(len(study.directions))]
    head = [
        "Number",
        "State",
        *(["Value"] if len(study.directions) == 1 else values),
        *(f"Param {name}" for name in params),
        *(f"UserAttribute {name}" for name in attrs),
    ]
    rows = [
        [
            trial.number,
            trial.state.name,
            *(trial.values or [None] * len(study.directions)),
            *(trial.params.get(name) for name in params),
            *(trial.user_attrs.get(name) for name in attrs),
        ]
        for trial in study.trials
    ]
    return [head, *(["" if cell is None else str(cell) for cell in row] for row in rows)]


def test_headers(api: ApiClient) -> None:
    headers = api.get("/csv/1").headers
    assert headers["content-type"] == "text/csv; charset=utf-8"
    assert headers["content-disposition"] == (
        "attachment; filename=\"single-minimize.csv\"; filename*=UTF-8''single-minimize.csv"
    )


def test_names_that_no_file_can_have(api: ApiClient) -> None:
    odd = [s for s in api.json("/api/studies")["study_summaries"] if 6 <= s["study_id"] <= 9]
    assert len(odd) == 4
    for summary in odd:
        disposition = api.get(f"/csv/{summary['study_id']}").headers["content-disposition"]
        assert disposition.isascii()
        assert disposition.isprintable()
        assert disposition.endswith(".csv")


def test_only_some_trials(api: ApiClient) -> None:
    study_id = api.study_id("dynamic-range")
    whole = table(api, study_id)
    assert table(api, study_id, trial_ids="") == whole
    some = table(api, study_id, trial_ids="1,0,99")
    assert [row[0] for row in some] == ["Number", "0", "1"]
    # No column for what none of these trials has.
    assert "Param layer 1 µ" in whole[0]
    assert "Param layer 1 µ" not in some[0]


def test_refusals(api: ApiClient) -> None:
    reason = "Invalid trial_ids format. Expected comma-separated integers"
    assert api.reason(400, "/csv/1", trial_ids="1,,2") == reason
    assert api.reason(400, "/csv/1", trial_ids="x") == reason
    assert api.reason(404, "/csv/1", trial_ids="999") == "all specified trial_ids is not found"


def test_texts_that_a_spreadsheet_would_run(tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path}/study.db"
    study = optuna.create_study(storage=file, directions=["minimize", "minimize"])
    names = ["=1+1", "loss"]
    study._storage.set_study_system_attr(study._study_id, "study:metric_names", names)
    starts = ["=", "+", "-", "@", "\t", "\r"]
    texts = {f"{i}": f"{start}1" for i, start in enumerate(starts)}
    choices = optuna.distributions.CategoricalDistribution(["@a", -2])
    study.enqueue_trial({"p": "@a", "q": -2}, user_attrs=texts)
    trial = study.ask({"p": choices, "q": choices})
    study.tell(trial, [-1.0, 2.0])
    head, row = table(ApiClient(tmp_path / "study.db"), 1)
    assert head[2:6] == ["'=1+1", "loss", "Param p", "Param q"]
    assert row[2:6] == ["-1.0", "2.0", "'@a", "-2"]
    assert row[6:] == [f"'{start}1" for start in starts]


def test_cells_that_need_quotes(tmp_path: Path) -> None:
    study = optuna.create_study(storage=f"sqlite:///{tmp_path}/study.db", study_name="")
    odd = {"a": 'say "hi", ok\nnext', "b": None, "c": {"x": [1, None]}, "d": "\ud800"}
    study.add_trial(optuna.create_trial(value=float("inf"), user_attrs=odd))
    api = ApiClient(tmp_path / "study.db")
    head, row = table(api, 1)
    assert head[3:] == [f"UserAttribute {name}" for name in "abcd"]
    assert row == ["0", "COMPLETE", "inf", 'say "hi", ok\nnext', "", "{'x': [1, None]}", "?"]
    assert 'filename="study.csv"' in api.get("/csv/1").headers["content-disposition"]
