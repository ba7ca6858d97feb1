"""Files with cells that no Optuna writes: every route still answers about them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.api.client import ApiClient, parse_json, validate
from tests.api.every_route import every_answer, is_json
from tests.storage.database import Database

MANY_DIGITS = "9" * 5000
DEEP = "[" * 900 + "NaN" + "]" * 900
DEEPER = "[" * 100_000 + "]" * 100_000
LAST = "9999-12-31 23:59:59.999999"

Edit = Callable[[Database], None]


def sql(statement: str, *args: object) -> Edit:
    return lambda database: database.execute(statement, *args)


def study_attr(key: str | bytes, text: str, table: str = "study_system_attributes") -> Edit:
    return sql(f"INSERT INTO {table} (study_id, key, value_json) VALUES (1, ?, ?)", key, text)


def trial_attr(key: str | bytes, text: str, table: str = "trial_system_attributes") -> Edit:
    return sql(f"INSERT INTO {table} (trial_id, key, value_json) VALUES (1, ?, ?)", key, text)


def judgement(key: str, text: str) -> Edit:
    def edit(database: Database) -> None:
        study_attr("preference:is_preferential", "true")(database)
        study_attr(key, text)(database)

    return edit


def report(step: object, value: object) -> Edit:
    return sql(
        "INSERT INTO trial_intermediate_values "
        "(trial_id, step, intermediate_value, intermediate_value_type) "
        "VALUES (1, ?, ?, 'FINITE')",
        step,
        value,
    )


def renamed(name: bytes) -> Edit:
    return sql("UPDATE studies SET study_name = CAST(? AS TEXT)", name)


EDITS: dict[str, Edit] = {
    "a report that is text": report(1, "x"),
    "a step that is text": report("x", 1.0),
    "a key that is a blob": trial_attr(b"key", "1", "trial_user_attributes"),
    "a key of a study that is a blob": study_attr(b"key", "1", "study_user_attributes"),
    "a parameter whose name is a blob": sql(
        "UPDATE trial_params SET param_name = x'6162' WHERE param_name = 'a'"
    ),
    "a search space that is missing": sql("UPDATE trial_params SET distribution_json = NULL"),
    "a search space that is a blob": sql("UPDATE trial_params SET distribution_json = x'7b7d'"),
    "a deep user attribute": trial_attr("deep", DEEP, "trial_user_attributes"),
    "a deep system attribute": trial_attr("deep", DEEP),
    "a deep attribute of a study": study_attr("deep", DEEP, "study_user_attributes"),
    "a deep choice": sql(
        "UPDATE trial_params SET distribution_json = ?",
        f'{{"name": "CategoricalDistribution", "attributes": {{"choices": [{DEEP}]}}}}',
    ),
    "a deep file of a trial": trial_attr("artifacts:a", json.dumps(DEEPER)),
    "a deep file of a study": study_attr("artifacts:a", json.dumps(DEEPER)),
    "a deep judgement": judgement("preference:historya", json.dumps(DEEPER)),
    "deep widgets": study_attr("dashboard:objective_form_widgets", json.dumps(DEEPER)),
    "a judgement of infinity": judgement(
        "preference:historya",
        '{"id": 1, "timestamp": "", "candidates": [], "clicked": 1e999, "preferences": []}',
    ),
    "a note with a long chunk": study_attr(f"dashboard:note_str:{MANY_DIGITS}", '"x"'),
    "a note with a long trial": study_attr(f"dashboard:{MANY_DIGITS}:note_ver", "1"),
    "a plot with a long chunk": study_attr(f"dashboard:plot_data:a:{MANY_DIGITS}", '"x"'),
    "a file of a long trial": study_attr(f"dashboard:artifacts:{MANY_DIGITS}:a", '"{}"'),
    "a skipped long trial": judgement(f"preference:skip_trial:{MANY_DIGITS}", "true"),
    "the last time of all": sql(
        "UPDATE trials SET datetime_start = ?, datetime_complete = ?", LAST, LAST
    ),
    "a name that is not UTF-8": renamed(b"caf\xe9"),
    "a parameter that is not UTF-8": sql(
        "UPDATE trial_params SET param_name = CAST(x'ff' AS TEXT) WHERE param_name = 'a'"
    ),
    "an attribute that is not UTF-8": sql(
        "INSERT INTO trial_user_attributes (trial_id, key, value_json) "
        "VALUES (1, 'x', CAST(x'22ff22' AS TEXT))"
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_route_answers(tmp_path: Path, edit: Edit) -> None:
    check_every_route(written(tmp_path, edit, n_trials=3))


def test_a_journal_with_the_last_time_of_all(tmp_path: Path) -> None:
    time = LAST.replace(" ", "T")
    lines: list[Any] = [
        {"op_code": 0, "study_name": "s", "directions": [1]},
        {"op_code": 4, "study_id": 0, "datetime_start": time},
        {"op_code": 6, "trial_id": 0, "state": 1, "values": [1], "datetime_complete": time},
    ]
    path = tmp_path / "journal.log"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    check_every_route(path)
    assert ApiClient(path).json("/api/studies/0/trials/0")["start"] == time


def test_only_what_is_not_utf_8_is_replaced(tmp_path: Path) -> None:
    bad = b'"caf\xe9"'
    path = written(
        tmp_path,
        renamed(b"\xff study"),
        sql(
            "INSERT INTO trial_user_attributes (trial_id, key, value_json) "
            "VALUES (700, 'drink', CAST(? AS TEXT))",
            bad,
        ),
    )
    api = ApiClient(path)
    [summary] = api.json("/api/studies")["study_summaries"]
    assert (summary["study_name"], summary["n_trials"]) == ("\ufffd study", 999)
    trials = api.json("/api/studies/1")["trials"]
    assert [trial["trial_id"] for trial in trials] == list(range(1, 1000))
    assert trials[699]["user_attrs"] == [{"key": "drink", "value": "caf\ufffd"}]
    assert api.json("/api/meta")["sources"][0]["warnings"] == []


def test_rows_before_a_text_that_is_not_utf_8_come_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        sql(
            "UPDATE trial_params SET param_name = CAST(x'ff' AS TEXT) "
            "WHERE trial_id = 700 AND param_name = 'a'"
        ),
    )
    params = ApiClient(path).json("/api/studies/1/params")["params"]
    assert {param["name"]: param["n_trials"] for param in params} == {
        "a": 998,
        "b1": 999,
        "\ufffd": 1,
    }


def written(folder: Path, *edits: Edit, n_trials: int = 999) -> Path:
    """A database with one study, then edited."""
    database = Database(folder / "study.db")
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, [(number + 1, number) for number in range(n_trials)])
    for edit in edits:
        edit(database)
    database.save()
    database.close()
    return database.path


def check_every_route(path: Path) -> None:
    for address, status, body in every_answer(path):
        assert status == 200, (address, body[:500])
        if is_json(address):
            validate(address.partition("?")[0], parse_json(body))
