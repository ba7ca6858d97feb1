"""Journals: what is skipped and told, how they grow, and replay beside Optuna's own."""

import json
import shutil
from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.states import TrialState
from tests.storage.columns_oracle import check_columns, check_summary
from tests.storage.conftest import FIXTURES

JOURNALS = FIXTURES / "journal"
Open = Callable[[Path], Storage]

CREATE = {"op_code": 0, "worker_id": "a", "study_name": "s", "directions": [1]}
START = "2026-01-02T03:04:05.000006"
FLOAT = '{"name": "FloatDistribution", "attributes": {"low": 0, "high": 1, "log": false}}'
LOG = '{"name": "FloatDistribution", "attributes": {"low": 1, "high": 2, "log": true}}'


def _trial(study_id: int = 0, **more: Any) -> dict[str, Any]:
    return {"op_code": 4, "study_id": study_id, "datetime_start": START, **more}


def _end(trial_id: int, value: float, state: int = 1) -> dict[str, Any]:
    op = {"op_code": 6, "trial_id": trial_id, "state": state, "values": [value]}
    return {**op, "datetime_complete": START}


def _write(path: Path, *ops: Any, end: str = "\n") -> Path:
    lines = [op if isinstance(op, str) else json.dumps(op) for op in ops]
    path.write_text("\n".join(lines) + end, "utf-8")
    return path


def test_empty_journal_is_an_empty_file() -> None:
    with pytest.raises(StorageError) as raised:
        open_storage(str(JOURNALS / "empty.log"))
    assert raised.value.kind == "empty-file"


@pytest.mark.parametrize(
    ("name", "warning", "states"),
    [
        ("small.log", None, {"COMPLETE": 10}),
        ("crlf.log", None, {"COMPLETE": 10}),
        ("discard-trials-op10.log", None, {"COMPLETE": 10}),
        ("no-final-newline.log", None, {"COMPLETE": 10}),
        ("two-workers-and-delete.log", None, {"COMPLETE": 10}),
        ("truncated-last-line.log", "cut off after 62 bytes", {"COMPLETE": 10}),
        ("corrupt-middle.log", "line 21 is damaged", {"RUNNING": 1, "COMPLETE": 9}),
        ("unknown-op99.log", "line 31 is left out, of a kind (op_code 99)", {"COMPLETE": 10}),
    ],
)
def test_what_is_skipped_is_told(
    opened: Open, name: str, warning: str | None, states: dict[str, int]
) -> None:
    storage = opened(JOURNALS / name)
    assert (storage.kind, storage.label) == ("journal", name)
    summary = storage.summaries()[0]
    assert {state.name: n for state, n in summary.state_counts.items()} == states
    if warning is None:
        assert storage.warnings == []
    else:
        assert len(storage.warnings) == 1
        assert name in storage.warnings[0]
        assert warning in storage.warnings[0]
    for each in storage.summaries():
        check_columns(storage.study(each.header.id))
        check_summary(each, storage.study(each.header.id))


@pytest.mark.parametrize("end", ["\n", ""])
def test_byte_order_mark_is_no_part_of_the_text(opened: Open, tmp_path: Path, end: str) -> None:
    path = _write(tmp_path / "j.log", "\ufeff" + json.dumps(CREATE), _trial(), end="\n")
    with path.open("a", encoding="utf-8") as file:
        file.write("\ufeff" + json.dumps(_end(0, 1.5)) + end)
    storage = opened(path)
    assert storage.warnings == []
    [summary] = storage.summaries()
    assert summary.best_value == (1.5 if end else None)


def test_report_that_is_none_costs_only_itself(opened: Open, tmp_path: Path) -> None:
    def report(step: Any, value: Any) -> dict[str, Any]:
        return {"op_code": 7, "trial_id": 0, "step": step, "intermediate_value": value}

    bad = [report("x", 7.0), report(10**30, 8.0), report(2, "x"), report(3, 10**999)]
    path = _write(tmp_path / "j.log", CREATE, _trial(), report(0, 1), *bad, report(9, None))
    storage = opened(path)
    reports = storage.study(0).intermediate_values
    assert list(reports.steps) == [0, 9]
    assert reports.values[0] == 1
    assert isnan(reports.values[1])
    assert "lines 4, 5, 6 and 7 are damaged" in storage.warnings[0]


def test_many_damaged_lines_are_one_sentence(opened: Open, tmp_path: Path) -> None:
    path = _write(tmp_path / "j.log", CREATE, *["broken"] * 8, "", _trial(), "[]", "{}", "7")
    storage = opened(path)
    assert storage.warnings == [
        "j.log: lines 2, 3, 4, 5, 6 and 6 more are damaged and left out; "
        "what was written there is missing."
    ]
    assert len(storage.study(0).index) == 1


@pytest.mark.parametrize(
    "op",
    [
        {"op_code": 0},
        {"op_code": 0, "study_name": "t", "directions": [7]},
        {"op_code": 0, "study_name": "t", "directions": []},
        {"op_code": 0, "study_name": 5, "directions": [1]},
        {"op_code": 4, "study_id": 0},
        {"op_code": 4, "study_id": 0, "datetime_start": 5},
        {"op_code": 4, "study_id": 0, "datetime_start": START, "state": 9},
        {"op_code": 4, "study_id": [], "datetime_start": START},
        {"op_code": 5, "trial_id": 0},
        {"op_code": 5, "trial_id": 0, "param_name": "x", "param_value_internal": 0},
        {
            "op_code": 5,
            "trial_id": 0,
            "param_name": "x",
            "param_value_internal": "?",
            "distribution": FLOAT,
        },
        {"op_code": 6, "trial_id": 0, "state": 1, "values": [1.0]},
        {"op_code": 6, "trial_id": 0, "state": 9, "values": [1.0], "datetime_complete": START},
        {"op_code": 7, "trial_id": 0, "step": "?", "intermediate_value": 1.0},
        {"op_code": 8, "trial_id": 0, "user_attr": 5},
        {"op_code": 9, "trial_id": None, "system_attr": {}},
    ],
    ids=str,
)
def test_incomplete_operation_changes_nothing(opened: Open, tmp_path: Path, op: Any) -> None:
    path = _write(tmp_path / "j.log", CREATE, _trial(), op, _trial())
    storage = opened(path)
    assert any("line 3 is" in sentence for sentence in storage.warnings)
    [summary] = storage.summaries()
    study = storage.study(0)
    check_columns(study)
    assert study.state_counts == {TrialState.RUNNING: 2}
    assert summary.header.name == "s"
    first, second = study.trials([0, 1])
    assert (first.values, first.params, first.user_attrs) == (None, {}, {})
    assert second.id == 1


def test_number_beyond_all_floats_is_no_value(opened: Open, tmp_path: Path) -> None:
    path = _write(tmp_path / "j.log", CREATE, _trial(), _end(0, 10**400), _trial(), _end(1, 2.0))
    [summary] = opened(path).summaries()
    assert (summary.best_number, summary.best_value) == (1, 2.0)


def test_writes_that_come_too_late_are_ignored(opened: Open, tmp_path: Path) -> None:
    path = _write(
        tmp_path / "j.log",
        CREATE,
        CREATE,  # another worker's
        _trial(),
        _end(0, 1.0),
        _end(0, 2.0),
        {"op_code": 7, "trial_id": 0, "step": 1, "intermediate_value": 1.0},
        {"op_code": 8, "trial_id": 0, "user_attr": {"a": 1}},
        {"op_code": 8, "trial_id": 7, "user_attr": {"a": 1}},
        _trial(study_id=3),
        {"op_code": 1, "study_id": 9},
    )
    storage = opened(path)
    assert storage.warnings == []
    [trial] = storage.study(0).trials([0])
    assert (trial.values, trial.intermediate_values, trial.user_attrs) == ([1.0], {}, {})


def test_popped_trial_runs_once(opened: Open, tmp_path: Path) -> None:
    later = "2026-01-02T03:04:09"
    run = {"op_code": 6, "trial_id": 0, "state": 0, "values": None}
    path = _write(
        tmp_path / "j.log",
        CREATE,
        {"op_code": 4, "study_id": 0, "datetime_start": None, "state": 4},
        {**run, "datetime_start": START},
        {**run, "datetime_start": later},
    )
    [trial] = opened(path).study(0).trials([0])
    assert trial.state is TrialState.RUNNING
    assert trial.start is not None
    assert trial.start.isoformat() == START


def test_incompatible_search_space_is_ignored(opened: Open, tmp_path: Path) -> None:
    def set_(trial_id: int, space: str) -> dict[str, Any]:
        op = {"op_code": 5, "trial_id": trial_id, "param_name": "x", "distribution": space}
        return {**op, "param_value_internal": 1.0}

    path = _write(
        tmp_path / "j.log", CREATE, _trial(), _trial(), set_(0, FLOAT), set_(1, LOG), _trial(),
        set_(2, FLOAT.replace('"high": 1', '"high": 5')),
    )  # fmt: skip
    study = opened(path).study(0)
    assert [list(trial.params) for trial in study.trials([0, 1, 2])] == [["x"], [], ["x"]]
    assert len(study.param("x").distributions) == 2


def test_deleted_study_leaves_its_id_unused(opened: Open, tmp_path: Path) -> None:
    path = _write(
        tmp_path / "j.log", CREATE, _trial(), {"op_code": 1, "study_id": 0}, CREATE, _trial(1)
    )
    storage = opened(path)
    assert [s.header.id for s in storage.summaries()] == [1]
    assert list(storage.study(1).index.ids) == [1]


def test_growing_journal_is_read_on(opened: Open, tmp_path: Path) -> None:
    path = _write(tmp_path / "j.log", CREATE, _trial(), _end(0, 1.0), end="\n{")
    storage = opened(path)
    before = storage.study(0)
    assert len(storage.warnings) == 1
    with path.open("a") as file:
        file.write(json.dumps(_trial())[1:] + "\n" + json.dumps(_end(1, 0.5)) + "\n")
    assert storage.summaries()[0].best_number == 1
    assert storage.warnings == []
    assert len(storage.study(0).index) == 2
    check_columns(storage.study(0))
    assert len(before.index) == len(before.values[0]) == 1
    check_columns(before)


def test_journal_that_was_replaced_is_read_anew(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "j.log"
    shutil.copyfile(JOURNALS / "small.log", path)
    storage = opened(path)
    assert len(storage.summaries()) == 2
    shutil.copyfile(JOURNALS / "optuna-5.0.0.log", path)
    assert len(storage.summaries()) == 24
    _write(path, CREATE)
    assert [s.header.name for s in storage.summaries()] == ["s"]


def test_mixed_clocks_are_told(opened: Open, tmp_path: Path) -> None:
    utc = _trial()
    utc["datetime_start"] += "+00:00"
    storage = opened(_write(tmp_path / "j.log", CREATE, _trial(), utc))
    assert storage.summaries()[0].header.clock == "as-written"
    assert len(storage.warnings) == 1
    assert "in UTC" in storage.warnings[0]
