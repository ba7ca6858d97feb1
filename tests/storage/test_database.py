"""MariaDB and PostgreSQL, read by our own SQL."""

import threading
from collections.abc import Iterator
from typing import Any, Literal

import optuna
import pytest
from optuna.storages import InMemoryStorage, RDBStorage
from optuna.trial import FrozenTrial, TrialState, create_trial
from sqlalchemy import make_url, text

from optuna_dashboard.storage.base import Storage, StorageError
from optuna_dashboard.storage.cells import BROKEN_JSON
from optuna_dashboard.storage.database import DatabaseStorage
from optuna_dashboard.storage.database_layout import database_layout
from optuna_dashboard.storage.database_reader import DatabaseReader
from optuna_dashboard.storage.database_rows import DatabaseRows, DatabaseTables
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from optuna_dashboard.study.columns import TrialIndex
from tests.api.client import ApiClient
from tests.servers import Gate
from tests.storage.columns_oracle import check_columns
from tests.storage.conftest import IN_GROUP, database_of
from tests.storage.optuna_oracle import check_study
from tests.storage.test_following import (
    fail_two,
    finish_the_first,
    is_grown,
    run_one,
    settled_study,
)

pytestmark = IN_GROUP


@pytest.fixture(scope="module", params=["mariadb", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def theirs(address: str) -> Iterator[RDBStorage]:
    with database_of(address) as database:
        yield database


@pytest.fixture
def ours(address: str, theirs: RDBStorage) -> Iterator[Storage]:
    storage = open_storage(address)
    yield storage
    storage.close()


def fill(study: optuna.Study, n: int, seed: int = 0) -> None:
    """Add trials that have something of everything."""
    for number in range(seed, seed + n):
        trial = study.ask()
        trial.suggest_float("x", 0, 1)
        trial.suggest_categorical("kind", [None, True, 1, "é", 2.5])
        if number % 2:
            trial.suggest_int("odd", 1, 9)
            trial.set_user_attr("note", {"n": [number, None]})
        for step in range(number % 4 if len(study.directions) == 1 else 0):
            trial.report(number / 2, step)
        theirs = study._storage
        theirs.set_trial_system_attr(trial._trial_id, "constraints", [number - 2.5, -1.0])
        study.tell(trial, [float(number)] * len(study.directions))


def test_databases_are_read_by_our_own_sql(address: str, theirs: RDBStorage) -> None:
    study = optuna.create_study(storage=theirs)
    for source in (address, theirs, study._storage):
        storage = open_storage(source)
        assert isinstance(storage, DatabaseStorage)
        assert storage.kind == "database"
        assert [summary.header.name for summary in storage.summaries()] == [study.study_name]
        storage.close()
    # That of a program stays open.
    assert len(theirs.get_all_studies()) == 1
    in_memory = RDBStorage("sqlite://")
    for other in (in_memory, InMemoryStorage()):
        assert isinstance(open_storage(other), OptunaStorage)
    in_memory.engine.dispose()


def test_studies_of_every_kind(theirs: RDBStorage, ours: Storage) -> None:
    single = optuna.create_study(storage=theirs, study_name="Größe 😀 % :x", direction="maximize")
    fill(single, 5)
    single.ask().set_constraint("size", 1.5)
    single.tell(single.ask(), state=TrialState.PRUNED)
    # As much as a TEXT of MySQL holds.
    single.add_trial(create_trial(value=9.0, user_attrs={"large": "x" * 65_000}))
    several = optuna.create_study(storage=theirs, directions=["minimize", "maximize"])
    fill(several, 5)
    preferential = optuna.create_study(storage=theirs)
    fill(preferential, 3)
    theirs.set_study_system_attr(preferential._study_id, "preference:is_preferential", True)
    for study in (single, several, optuna.create_study(storage=theirs)):
        check_study(study, ours)
    columns = ours.study(preferential._study_id)
    check_columns(columns)
    assert columns.header.is_preferential


def test_trials_of_several_studies_in_turns(theirs: RDBStorage, ours: Storage) -> None:
    often, seldom = (optuna.create_study(storage=theirs) for _ in range(2))
    for number in range(12):
        fill(often, 1, number)
        if number % 6 == 0:
            fill(seldom, 1, number)
    check_study(often, ours)
    check_study(seldom, ours)


@pytest.mark.parametrize("direction", ["minimize", "maximize"])
@pytest.mark.parametrize(
    "values", [[1.0, float("inf")], [1.0, float("-inf")], [float("inf"), float("-inf")]]
)
def test_the_best_value_may_be_infinite(
    theirs: RDBStorage,
    ours: Storage,
    direction: Literal["minimize", "maximize"],
    values: list[float],
) -> None:
    study = optuna.create_study(storage=theirs, direction=direction)
    for value in values:
        study.add_trial(create_trial(value=value))
    check_study(study, ours)


def test_names_that_the_database_takes_for_equal(
    address: str, theirs: RDBStorage, ours: Storage
) -> None:
    tables = ("trial_params", "trial_user_attributes")
    if address.startswith("mysql"):
        _collate(theirs, "utf8mb4_general_ci", tables)
    study = optuna.create_study(storage=theirs)
    for name in ("lr", "LR", "lr "):
        distribution = optuna.distributions.FloatDistribution(0, 1)
        study.add_trial(
            create_trial(
                value=0.0,
                params={name: 0.5},
                distributions={name: distribution},
                user_attrs={name: name},
            )
        )
    check_study(study, ours)
    columns = ours.study(study._study_id)
    assert columns.param_names == columns.user_attr_names == ["LR", "lr", "lr "]
    if address.startswith("mysql"):
        _collate(theirs, "utf8mb4_bin", tables)


def test_names_that_come_late(theirs: RDBStorage, ours: Storage) -> None:
    """Some by one, and more than are looked for by one."""
    first, second = (optuna.create_study(storage=theirs) for _ in range(2))
    common = [f"p{number}" for number in range(5)]
    for number in range(25):
        for study in (first, second):
            # In the one by ids alone, in the other among the trials of both.
            if study is first or number % 8 == 0:
                study.add_trial(_trial_with([*common, f"late {number}"]))
    check_study(first, ours)
    check_study(second, ours)
    second.add_trial(_trial_with([f"many {number}" for number in range(250)]))
    assert len(ours.study(second._study_id).param_names) == 250 + 5 + 4
    check_study(second, ours)


def _trial_with(names: list[str]) -> FrozenTrial:
    return create_trial(
        value=0.0,
        params=dict.fromkeys(names, 0.5),
        distributions=dict.fromkeys(names, optuna.distributions.FloatDistribution(0, 1)),
        user_attrs=dict.fromkeys(names, 1),
    )


@pytest.mark.parametrize("address", ["mariadb"], indirect=True)
def test_names_that_the_database_writes_in_another_way(theirs: RDBStorage, ours: Storage) -> None:
    _collate(theirs, "latin1_bin", ("trial_params",))
    try:
        study = optuna.create_study(storage=theirs)
        study.add_trial(_trial_with(["größe", "size"]))
        check_study(study, ours)
    finally:
        _collate(theirs, "utf8mb4_bin", ("trial_params",))


def _collate(storage: RDBStorage, collation: str, tables: tuple[str, ...]) -> None:
    charset = collation.partition("_")[0]
    with storage.engine.begin() as connection:
        for table in tables:
            kind = f"CHARACTER SET {charset} COLLATE {collation}"
            statement = f"ALTER TABLE {table} CONVERT TO {kind}"
            connection.execute(text(statement))


def test_the_clock_is_that_of_who_made_the_database(address: str, theirs: RDBStorage) -> None:
    optuna.create_study(storage=theirs)
    assert _clock(address) == "utc"
    _claim(theirs, "4.9.0")
    try:
        assert _clock(address) == "as-written"
    finally:
        _claim(theirs, "5.0.0")


def _claim(storage: RDBStorage, release: str) -> None:
    """Have a database say that this release made it."""
    statement = text("UPDATE version_info SET library_version = :release")
    with storage.engine.begin() as connection:
        connection.execute(statement, {"release": release})


def _clock(address: str) -> str:
    storage = open_storage(address)
    [summary] = storage.summaries()
    storage.close()
    return summary.header.clock


def _reader(theirs: RDBStorage, study_id: int, only: TrialIndex | None = None) -> DatabaseReader:
    rows = DatabaseRows(theirs.engine, "label", str)
    layout = database_layout(rows.dialect, is_upgraded=False)
    return DatabaseReader(layout, DatabaseTables(rows, []), study_id, 1, only)


def test_only_some_trials(theirs: RDBStorage) -> None:
    study = optuna.create_study(storage=theirs)
    fill(study, 3)
    fill(optuna.create_study(storage=theirs), 1)
    fill(study, 6, seed=3)
    whole = _reader(theirs, study._study_id)
    index = whole.index()
    for rows in ([1, 4, 5, 8], [0], []):
        only = TrialIndex(
            index.ids[:0], index.numbers[:0], bytearray(index.states[row] for row in rows)
        )
        only.ids.extend(index.ids[row] for row in rows)
        only.numbers.extend(index.numbers[row] for row in rows)
        part = _reader(theirs, study._study_id, only)
        assert part.count() == len(rows)
        assert part.index() == only
        assert part.trials(range(len(rows))) == whole.trials(rows)
        for mine, all_ in (
            (part.times().start, whole.times().start),
            (part.times().complete, whole.times().complete),
            (part.values()[0], whole.values()[0]),
            (part.user_attr("note"), whole.user_attr("note")),
            (part.constraints().feasible, whole.constraints().feasible),
        ):
            assert list(mine) == [all_[row] for row in rows]
        wanted = whole.trials(rows)
        assert part.param_names() == sorted({name for trial in wanted for name in trial.params})
        names = sorted({name for trial in wanted for name in trial.user_attrs})
        assert part.user_attr_names() == names
        steps = [step for trial in wanted for step in trial.intermediate_values]
        assert list(part.intermediate_values().steps) == steps
        assert part.has_intermediate_values() == bool(steps)
        by_name = {column.name: column for column in whole.all_params()}
        for column in part.all_params():
            external = by_name[column.name].external
            assert list(map(column.external, range(len(rows)))) == list(map(external, rows))
        assert set(part.all_user_attrs()) == {i for i, t in enumerate(wanted) if t.user_attrs}


def test_a_trial_that_is_added_while_columns_are_read(theirs: RDBStorage) -> None:
    study = optuna.create_study(storage=theirs)
    fill(study, 2)
    reader = _reader(theirs, study._study_id)
    assert reader.count() == 2
    fill(study, 2, seed=2)
    assert len(reader.index()) == 2
    fill(study, 2, seed=4)
    assert [list(column) for column in reader.values()] == [[0, 1]]
    assert list(reader.intermediate_values().offsets) == [0, 0, 1]
    assert [len(column.internal) for column in reader.all_params()] == [2, 2, 2]
    assert len(reader.constraints().feasible) == 2


def test_many_readers_at_once(theirs: RDBStorage, ours: Storage) -> None:
    study = optuna.create_study(storage=theirs)
    fill(study, 20)
    found: list[Any] = []

    def read() -> None:
        columns = ours.study(study._study_id)
        check_columns(columns)
        found.append(ours.revision())

    threads = [threading.Thread(target=read) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [ours.revision()] * 12


def test_a_server_that_goes_away_and_comes_back(address: str, theirs: RDBStorage) -> None:
    study = optuna.create_study(storage=theirs, study_name="first")
    url = make_url(address)
    gate = Gate(int(url.port or 0))
    storage = open_storage(url.set(port=gate.port).render_as_string(hide_password=False))
    assert [summary.header.name for summary in storage.summaries()] == ["first"]
    seen = storage.revision()
    gate.close()
    assert storage.revision() == "unreadable"
    with pytest.raises(StorageError) as refused:
        storage.study(study._study_id)
    assert refused.value.kind == "unreachable"
    assert refused.value.message.startswith(f"{storage.label} cannot be read: OperationalError: ")
    assert "secret" not in refused.value.message
    gate.open()
    assert storage.revision() == seen
    fill(study, 2)
    assert storage.study(study._study_id).n_trials == 2
    storage.close()
    gate.close()


def test_a_study_that_is_made_again(theirs: RDBStorage, ours: Storage) -> None:
    seen = set()
    for _ in range(2):
        study = optuna.create_study(storage=theirs, study_name="again")
        study.add_trial(create_trial(value=1.0))
        seen.add(ours.revision())
        check_study(study, ours)
        theirs.delete_study(study._study_id)
    assert len(seen) == 2
    assert ours.summaries() == []


def test_an_engine_without_transactions(address: str, theirs: RDBStorage) -> None:
    study = optuna.create_study(storage=theirs)
    fill(study, 3)
    given = RDBStorage(address, {"isolation_level": "AUTOCOMMIT"})
    check_study(study, open_storage(given))
    given.engine.dispose()


def test_what_is_written_is_read_at_once(theirs: RDBStorage, ours: Storage) -> None:
    study = optuna.create_study(storage=theirs)
    for number in range(3):
        with ours.write() as writer:
            writer.set_study_system_attr(study._study_id, "number", number)
        header = ours.study(study._study_id).header
        assert header.system_attrs == {"number": number}
    with pytest.raises(StorageError, match="no such study") as refused, ours.write() as writer:
        writer.set_study_system_attr(study._study_id + 1, "number", 0)
    assert refused.value.kind == "gone"
    with pytest.raises(KeyError):
        ours.study(study._study_id + 1)


def test_what_settled_is_read_once(theirs: RDBStorage, ours: Storage) -> None:
    study = settled_study(theirs, name=None)
    check_columns(ours.study(study._study_id))
    for change in (run_one, finish_the_first, fail_two):
        change(study)
        assert is_grown(ours, study._study_id)
        check_columns(ours.study(study._study_id))


def test_warnings_are_of_what_is_there(theirs: RDBStorage, ours: Storage) -> None:
    """As long as the broken trial is there, whether it is read again or not."""
    study = settled_study(theirs, name=None)
    broken = study.trials[2]
    _break(theirs, broken._trial_id, "not JSON")
    check_columns(ours.study(study._study_id))
    assert ours.warnings == [BROKEN_JSON]
    for change in (run_one, finish_the_first):
        change(study)
        assert is_grown(ours, study._study_id)
        assert ours.warnings == [BROKEN_JSON]
    theirs.delete_study(study._study_id)
    other = optuna.create_study(storage=theirs)
    ours.study(other._study_id)
    assert ours.warnings == []


def test_warnings_of_a_study_itself(theirs: RDBStorage, ours: Storage) -> None:
    study = optuna.create_study(storage=theirs)
    study.set_user_attr("a", 1)
    statement = text("UPDATE study_user_attributes SET value_json = 'not JSON'")
    with theirs.engine.begin() as connection:
        connection.execute(statement)
    check_columns(ours.study(study._study_id))
    assert ours.warnings == [BROKEN_JSON]
    study.set_user_attr("a", 2)
    check_columns(ours.study(study._study_id))
    assert ours.warnings == []


def _break(storage: RDBStorage, trial_id: int, value: str) -> None:
    """Put this in the place of a user attribute of a trial."""
    statement = text("UPDATE trial_user_attributes SET value_json = :value WHERE trial_id = :id")
    with storage.engine.begin() as connection:
        connection.execute(statement, {"value": value, "id": trial_id})


@pytest.mark.parametrize("address", ["mariadb"], indirect=True)
def test_attributes_that_have_no_room(theirs: RDBStorage) -> None:
    """None is written, of several."""
    study = optuna.create_study(storage=theirs)
    trial = study.ask()
    api = ApiClient(theirs)
    of_study = f"/api/studies/{study._study_id}"
    # With the quotes that are around a text in JSON.
    attrs = {"a": 1, "fits": "x" * (2**16 - 3)}
    for address in (of_study, f"/api/trials/{trial._trial_id}"):
        body = {"user_attrs": {**attrs, "large": "x" * (2**16 - 2)}}
        reason = api.refused(400, "POST", f"{address}/user-attrs", body)
        assert reason == "'large' is too long: 65536 bytes, where 65535 have room."
    refused = {"params": {}, "user_attrs": {"large": "é" * 11_000}}
    reason = api.refused(400, "POST", f"{of_study}/trials", refused)
    assert reason == "'large' is too long: 66002 bytes, where 65535 have room."
    refused = {"params": {"y": "x" * 2**16}}
    reason = api.refused(400, "POST", f"{of_study}/trials", refused)
    assert reason == "'fixed_params' is too long: 65545 bytes, where 65535 have room."
    read = optuna.load_study(study_name=study.study_name, storage=theirs)
    assert (read.user_attrs, [trial.user_attrs for trial in read.trials]) == ({}, [{}])
    for address in (of_study, f"/api/trials/{trial._trial_id}"):
        api.write("POST", f"{address}/user-attrs", {"user_attrs": attrs})
    assert read.user_attrs == read.trials[0].user_attrs == attrs
