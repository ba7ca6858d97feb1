"""GET /csv/<id>."""

import csv
import io
import shutil
from datetime import datetime
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


def test_all_columns_are_what_optuna_says(api: ApiClient, tmp_path: Path) -> None:
    copy = shutil.copy(FIXTURES / "sqlite" / "optuna-5.0.0.db", tmp_path / "copy.db")
    titles = set()
    for summary in api.json("/api/studies")["study_summaries"]:
        study = optuna.load_study(study_name=summary["study_name"], storage=f"sqlite:///{copy}")
        found = table(api, summary["study_id"], columns="all")
        few = len(plain_table(study)[0])
        assert [row[:few] for row in found] == plain_table(study)
        assert [row[few:] for row in found] == plain_rest(study)
        titles |= {title.partition(" ")[0] for title in found[0][few:]}
    assert titles == {"Start", "Complete", "Duration", "Constraint", "Feasible", "SystemAttribute"}


def plain_rest(study: optuna.Study) -> list[list[str]]:
    """What there is beside the columns of ``plain_table``."""
    limits = list(dict.fromkeys(name for trial in study.trials for name in trial.constraints))
    attrs = [{key: item for key, item in one.items() if fits(key, item)} for one in noted(study)]
    names = sorted({name for own in attrs for name in own})
    head = [
        *("Start", "Complete", "Duration"),
        *(f"Constraint {name}" for name in limits),
        *(["Feasible"] if limits else []),
        *(f"SystemAttribute {name}" for name in names),
    ]
    rows = [
        [
            *(time and f"{time.isoformat()}Z" for time in (start, complete)),
            (complete - start).total_seconds() if start and complete else None,
            *(trial.constraints.get(name) for name in limits),
            *([all(value <= 0 for value in trial.constraints.values())] if limits else []),
            *(own.get(name) for name in names),
        ]
        for trial, own in zip(study.trials, attrs)
        for start, complete in [(trial.datetime_start, trial.datetime_complete)]
    ]
    return [head, *(["" if cell is None else str(cell) for cell in row] for row in rows)]


def noted(study: optuna.Study) -> list[dict[str, object]]:
    return [trial.system_attrs for trial in study.trials]


def fits(key: str, item: object) -> bool:
    """Whether a system attribute is one value, and not shown as something else."""
    is_elsewhere = key.startswith(("constraints:", "artifacts:", "tpe:relative_params"))
    return not isinstance(item, (list, dict)) and not is_elsewhere


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


def test_every_column_of_a_trial(tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path}/study.db"
    study = optuna.create_study(storage=file)
    limits = {"constraints:size": 0.5, "=odd": "=1+1", "deep": {"a": [1]}}
    trial = optuna.create_trial(
        value=1.5,
        params={"x": 2},
        distributions={"x": optuna.distributions.IntDistribution(0, 9)},
        user_attrs={"host": "@home"},
        system_attrs={**limits, "sure": True, "nothing": None, "fixed_params": {"x": 2}},
    )
    trial.datetime_start = datetime(2026, 1, 2, 3, 4, 5)
    trial.datetime_complete = datetime(2026, 1, 2, 3, 4, 6, 250_000)
    study.add_trial(trial)
    study.enqueue_trial({"x": 1})
    api = ApiClient(tmp_path / "study.db")
    done, waiting = api.get("/csv/1", {"columns": "all"}).text.splitlines()[1:]
    assert table(api, 1, columns="all")[0] == [
        *("Number", "State", "Value", "Param x", "UserAttribute host"),
        *("Start", "Complete", "Duration", "Constraint size", "Feasible"),
        *("SystemAttribute =odd", "SystemAttribute nothing", "SystemAttribute sure"),
    ]
    times = "2026-01-02T03:04:05Z,2026-01-02T03:04:06.250000Z,1.25"
    assert done == f"0,COMPLETE,1.5,2,'@home,{times},0.5,False,'=1+1,,True"
    assert waiting == "1,WAITING,,,,,,,,True,,,"
    # A form asks the same, and columns that none of the trials has are left out.
    form = api.http.simulate_post(
        "/csv/1",
        body="columns=all&trial_ids=1",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert form.text.splitlines()[0] == "Number,State,Value,Start,Complete,Duration,Feasible"
    assert table(api, 1, columns="table") == table(api, 1)
    reason = "columns=some is not one of table, all"
    assert api.reason(400, "/csv/1", columns="some") == reason


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
