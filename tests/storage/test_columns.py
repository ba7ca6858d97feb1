"""Columns of studies that share a file in every way, and of odd cells."""

from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from math import inf, isnan
from pathlib import Path

import pytest

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.sqlite import SqliteStorage
from optuna_dashboard.study.columns import IntermediateColumns
from optuna_dashboard.study.study import Study
from tests.storage.columns_oracle import check_columns, check_summary
from tests.storage.conftest import FIXTURES
from tests.storage.database import Database

Open = Callable[[Path], Storage]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "study.db")
    yield database
    database.close()


def _study(opened: Open, database: Database, study_id: int = 1) -> Study:
    """The study, its columns and its summary held against its trials."""
    database.save()
    storage = opened(database.path)
    for summary in storage.summaries():
        check_columns(storage.study(summary.header.id))
        check_summary(summary, storage.study(summary.header.id))
    return storage.study(study_id)


def _ids(study: Study) -> list[int]:
    return list(study.index.ids)


def _everything(study: Study) -> None:
    """Read all columns of a study."""
    study.all_params()
    for name in study.user_attr_names:
        study.user_attr(name)
    assert study.values
    assert study.times
    assert study.best_rows
    assert study.intermediate_values
    assert study.attrs()


@pytest.mark.parametrize("index", [True, False], ids=["index", "no index"])
def test_studies_that_share_a_file(opened: Open, database: Database, index: bool) -> None:
    if not index:  # as before Optuna 3.2
        database.execute("DROP INDEX ix_trials_study_id")
    layouts = {
        1: range(1, 101),  # in one piece
        2: range(101, 301, 2),  # every other
        3: range(102, 300, 2),
        4: [40_000, 301, 90_000],  # far apart, ids and numbers in other orders
        5: range(302, 303),
        7: [1_000_000],
    }
    for study_id, ids in layouts.items():
        database.add_study(study_id, "MINIMIZE")
        database.add_trials(study_id, zip(ids, range(len(ids))))
    database.add_study(6, "MAXIMIZE")  # empty
    _study(opened, database)
    storage = opened(database.path)
    for study_id, ids in layouts.items():
        study = storage.study(study_id)
        assert _ids(study) == list(ids)
        assert list(study.values[0]) == [float(i) for i in ids]
        assert study.param_names == ["a", f"b{study_id}"]
        assert list(study.param("a").internal) == [float(i) for i in range(len(ids))]
        assert [trial.id for trial in study.trials([len(ids) - 1, 0])] == [ids[-1], ids[0]]
    assert _ids(storage.study(6)) == []
    best = {s.header.id: (s.best_number, s.best_value) for s in storage.summaries()}
    assert best[4] == (1, 301.0)
    assert best[6] == (None, None)


def test_tiny_study_costs_no_scan_of_a_huge_one(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_study(2, "MINIMIZE")
    tiny = [5, 4_000, 9_995]
    database.add_trials(2, zip(tiny, range(3)))
    database.add_trials(1, zip((i for i in range(1, 10_001) if i not in tiny), range(9_997)))
    database.save()

    def steps(study_id: int) -> int:
        storage = opened(database.path)
        assert isinstance(storage, SqliteStorage)
        counted = [0]
        connection = storage.study(study_id)._reader.file._connection  # type: ignore[attr-defined]
        connection.set_progress_handler(lambda: counted.append(1), 100)
        _everything(storage.study(study_id))
        return len(counted)

    assert steps(2) < 60
    assert steps(1) > 5_000


def test_numbers_decide_the_order(opened: Open, database: Database) -> None:
    database.add_study(1, "MAXIMIZE")
    database.add_trials(1, [(1, 2), (2, 0), (3, 1)])
    database.execute(
        "INSERT INTO trial_intermediate_values "
        "(trial_id, step, intermediate_value, intermediate_value_type) VALUES "
        "(1, 5, 1.5, 'FINITE'), (3, 2, NULL, 'NAN'), (3, 1, NULL, 'INF_NEG'), "
        "(2, 0, NULL, 'INF_POS')"
    )
    study = _study(opened, database)
    assert _ids(study) == [2, 3, 1]
    assert list(study.values[0]) == [2.0, 3.0, 1.0]
    assert list(study.intermediate_values.steps) == [0, 1, 2, 5]
    assert list(study.intermediate_values.values[:2]) == [inf, -inf]
    assert study.best == (3.0, 1)


def test_equal_values_name_the_first_number(opened: Open, database: Database) -> None:
    database.add_study(1, "MAXIMIZE")
    database.add_trials(1, [(1, 2), (2, 0), (3, 1)])
    database.execute("UPDATE trial_values SET value = 7")
    assert _study(opened, database).best == (7.0, 0)


def test_infinite_best(opened: Open, database: Database) -> None:
    database.add_study(1, "MAXIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.execute(
        "UPDATE trial_values SET value = NULL, value_type = 'INF_POS' WHERE trial_id = 2"
    )
    assert _study(opened, database).best == (inf, 1)


def test_trial_that_lacks_a_value_has_none(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE", "MAXIMIZE")
    database.add_trials(1, zip(range(1, 5), range(4)))
    database.add_value(1, 1, 5.0)
    database.add_value(2, 1, None)
    database.add_value(3, 1, None, "INF_NEG")
    study = _study(opened, database)
    values = [trial.values for trial in study.trials(range(4))]
    assert values == [[1.0, 5.0], None, [3.0, -inf], None]
    assert study.best_rows == [0]


def test_cells_of_the_wrong_type_cost_only_themselves(opened: Open, database: Database) -> None:
    database.add_study(1, "MAXIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.execute("UPDATE trial_values SET value = 'text' WHERE trial_id = 1")
    database.execute("UPDATE trial_params SET param_value = 'text' WHERE trial_id = 2")
    database.execute("UPDATE trial_params SET distribution_json = '{}' WHERE param_id = 1")
    database.add_param(1, "c", 1.0, space="[]")
    study = _study(opened, database)
    trials = study.trials(range(3))
    assert [trial.values for trial in trials] == [None, [2.0], [3.0]]
    assert [sorted(trial.params) for trial in trials] == [["b1"], [], ["a", "b1"]]


def test_damaged_time_is_none(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.execute("UPDATE trials SET datetime_start = 'yesterday' WHERE trial_id = 3")
    database.execute("UPDATE trials SET datetime_complete = 7 WHERE trial_id = 3")
    database.save()
    study = opened(database.path).study(1)
    check_columns(study)
    [trial] = study.trials([2])
    assert (trial.start, trial.complete, trial.duration) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["0001-01-01 00:00:00+05:00", "2026-01-01 00:00:1e300", "2026-01-01 00:00:inf"]
)
def test_time_outside_of_all_calendars_is_none(
    opened: Open, database: Database, text: str
) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.execute("UPDATE trials SET datetime_start = ? WHERE trial_id = 3", text)
    database.save()
    study = opened(database.path).study(1)
    assert [isnan(start) for start in study.times.start] == [False, False, True]


def test_numbers_that_are_none_give_way_to_ranks(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.execute("UPDATE trials SET number = 'two' WHERE trial_id = 2")
    assert list(_study(opened, database).index.numbers) == [0, 1, 2]


def test_constraints_in_all_three_forms(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, zip(range(1, 8), range(7)))
    table = "trial_system_attributes"
    database.add_attr(table, 1, "nsga2:constraints", "[1.0, -1.0]")
    database.add_attr(table, 2, "constraints", "[0.0]")
    database.add_attr(table, 3, "constraints", "[1.0, 2.0]")
    database.add_attr(table, 3, "constraints:0", "-1.0")
    database.add_attr(table, 4, "constraints:weight: kg", "NaN")
    database.add_attr(table, 5, "constraints", "null")
    database.add_attr(table, 6, "constraintsX", "1")
    study = _study(opened, database)
    assert [bool(flag) for flag in study.constraints.feasible] == [
        False, True, False, False, True, True, True,
    ]  # fmt: skip
    assert sorted(study.constraints.values) == ["0", "1", "weight: kg"]
    assert study.trials([2])[0].constraints == {"0": -1.0, "1": 2.0}
    assert study.best == (2.0, 1)


def test_parameters_by_name_and_all_at_once(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, zip(range(1, 4), range(3)))
    database.add_param(2, "'; DROP TABLE trials; --", 1.0)
    database.save()
    study = opened(database.path).study(1)
    [column] = study.params(["b1"])
    assert column.external(0) == 0.0
    assert study.param("'; DROP TABLE trials; --").external(1) == 1.0
    with pytest.raises(KeyError):
        study.param("no such")
    assert [c.name for c in study.all_params()] == ["'; DROP TABLE trials; --", "a", "b1"]
    assert study.param("b1") is study.params(["b1"])[0]


def test_study_without_trials(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_study(2, "MINIMIZE", "MAXIMIZE")
    database.add_study(3)
    study = _study(opened, database)
    assert study.best is None
    assert study.trials([]) == []
    assert study.intermediate_values == IntermediateColumns(
        array("q", [0]), array("q"), array("d")
    )
    assert opened(database.path).study(3).directions == (0,)


def test_file_without_optional_tables(opened: Open, database: Database) -> None:
    database.add_study(1, "MINIMIZE")
    database.add_trials(1, [(1, 0)])
    for table in (
        "version_info", "study_directions", "study_user_attributes", "study_system_attributes",
        "trial_user_attributes", "trial_system_attributes", "trial_values",
        "trial_intermediate_values", "trial_heartbeats",
    ):  # fmt: skip
        database.execute(f"DROP TABLE {table}")
    study = _study(opened, database)
    [trial] = study.trials([0])
    assert (trial.number, trial.values, sorted(trial.params)) == (0, None, ["a", "b1"])
    assert study.header.clock == "as-written"


def test_threads_share_a_storage(opened: Open) -> None:
    storage = opened(FIXTURES / "sqlite" / "optuna-5.0.0.db")
    ids = [summary.header.id for summary in storage.summaries()]
    with ThreadPoolExecutor(4) as threads:
        for _ in threads.map(lambda study_id: check_columns(storage.study(study_id)), ids * 2):
            pass
