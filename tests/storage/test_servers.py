"""Storages on servers, each started by the test, by the address that the manual gives."""

import gc
import shutil
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf, nan
from pathlib import Path

import optuna
import pytest
import sqlalchemy
from falcon import testing
from optuna.distributions import BaseDistribution, CategoricalDistribution, FloatDistribution
from optuna.storages import BaseStorage, InMemoryStorage, RDBStorage
from optuna.storages.journal import JournalRedisBackend
from optuna.trial import TrialState

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage
from tests import servers
from tests.storage.conftest import FIXTURES
from tests.storage.optuna_oracle import check_study

# One process of pytest starts all of them, once.
pytestmark = pytest.mark.xdist_group("servers")

SOURCE = FIXTURES / "sqlite" / "optuna-5.0.0.db"


@contextmanager
def grpc() -> Iterator[str]:
    """A storage proxy of Optuna, before a storage in memory."""
    from optuna.storages._grpc.server import make_server

    port = servers.free_port()
    server = make_server(InMemoryStorage(), "127.0.0.1", port)
    server.start()
    yield f"grpc://127.0.0.1:{port}"
    server.stop(None).wait()


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """What was forgotten is found here, not while another test runs."""
    yield
    gc.collect()


START = {
    "mariadb": servers.mariadb,
    "postgresql": servers.postgresql,
    "redis": servers.redis,
    "grpc": grpc,
}


@pytest.fixture(scope="module", params=START)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty storage on a server that runs."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    with START[request.param]() as address:
        yield address


@contextmanager
def optunas(address: str) -> Iterator[BaseStorage]:
    """The storage as Optuna opens it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
        if address.startswith("redis"):
            yield optuna.storages.JournalStorage(JournalRedisBackend(address))
        elif address.startswith("grpc"):
            port = int(address.rpartition(":")[2])
            proxy = optuna.storages.GrpcStorageProxy(host="127.0.0.1", port=port)
            yield proxy
            proxy.close()
        else:
            storage = RDBStorage(address)
            yield storage
            storage.engine.dispose()


def study_of_everything(storage: BaseStorage) -> optuna.Study:
    """A study with trials of every state, and every kind of value and name."""
    study = optuna.create_study(storage=storage, study_name="名前 % :x", direction="maximize")
    study.set_user_attr("who % :me", ["ich", 1, None, {"a": True}])
    kinds = CategoricalDistribution([None, True, 1, "ü % :x", 2.5])
    space: dict[str, BaseDistribution] = {"x": FloatDistribution(0, 1), "kind %": kinds}
    for value in (1.0, inf, -inf, -1.7976931348623157e308, 5e-324, 0.1 + 0.2):
        trial = study.ask(space)
        for step, report in enumerate((nan, -inf, inf, value)):
            trial.report(report, step)
        trial.set_user_attr("note", {"value": "é" * 100})
        trial.set_constraint("size", 0.5 - abs(value))
        study.tell(trial, value)
    study.tell(study.ask(space), state=TrialState.PRUNED)
    study.tell(study.ask(space), state=TrialState.FAIL)
    study.ask(space)
    study.enqueue_trial({"x": 0.25})
    return study


COUNT = {
    "mariadb": "SELECT COUNT(*) - 1 FROM information_schema.processlist WHERE user = 'me'",
    "postgresql": "SELECT COUNT(*) - 1 FROM pg_stat_activity WHERE client_port IS NOT NULL",
}


def connections(address: str) -> int:
    """How many connections a database has, but for the one that asks."""
    engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.NullPool)
    count = COUNT["postgresql" if address.startswith("postgresql") else "mariadb"]
    with engine.connect() as connection:
        return int(connection.execute(sqlalchemy.text(count)).scalar_one())


# The first of the tests, as it needs a database without tables.
@pytest.mark.parametrize("address", COUNT, indirect=True)
def test_no_connection_is_left_behind(address: str) -> None:
    with pytest.raises(StorageError) as refused:
        open_storage(address)
    assert refused.value.message.endswith(
        "there are no tables of Optuna in it: no study was written to it yet."
    )
    assert closed(address)
    with optunas(address):
        pass
    ours = open_storage(address)
    assert ours.summaries() == []
    assert connections(address) > 0
    ours.close()
    assert closed(address)


def closed(address: str) -> bool:
    """Whether all connections end; the server hears of it a little later."""
    pause = threading.Event()
    return any(connections(address) == 0 or pause.wait(0.1) for _ in range(50))


def test_reads_what_optuna_reads(address: str, tmp_path: Path) -> None:
    # Optuna may write to what it opens.
    copy = shutil.copy(SOURCE, tmp_path)
    with optunas(address) as theirs, optunas(f"sqlite:///{copy}") as source:
        for name in optuna.get_all_study_names(source):
            optuna.copy_study(from_study_name=name, from_storage=source, to_storage=theirs)
        study_of_everything(theirs)
        names = optuna.get_all_study_names(theirs)
        assert len(names) == 25
        ours = open_storage(address)
        assert [summary.header.name for summary in ours.summaries()] == names
        for name in names:
            check_study(optuna.load_study(study_name=name, storage=theirs), ours)
        ours.close()


def test_follows_a_study_that_goes_on(address: str) -> None:
    with optunas(address) as theirs:
        study = optuna.create_study(storage=theirs, study_name="goes on")
        catalog = Catalog()
        index = catalog.add(open_storage(address))
        client = testing.TestClient(create_app(catalog))
        listed = client.simulate_get("/api/studies").json["study_summaries"]
        [study_id] = [one["study_id"] for one in listed if one["study_name"] == "goes on"]
        assert client.simulate_get(f"/api/studies/{study_id}").json["trials"] == []
        study.optimize(lambda trial: trial.suggest_float("x", 0, 1), n_trials=3)
        detail = trials_of(client, study_id, 3)
        assert [trial["values"] for trial in detail] == [t.values for t in study.trials]
        catalog.remove(index)


def trials_of(client: testing.TestClient, study_id: int, n: int) -> list[dict[str, object]]:
    """The trials, as soon as there are ``n``; where looks are slow they are rare."""
    pause = threading.Event()
    for _ in range(200):
        trials: list[dict[str, object]] = client.simulate_get(f"/api/studies/{study_id}").json[
            "trials"
        ]
        if len(trials) == n:
            break
        pause.wait(0.1)
    return trials


@pytest.mark.parametrize("address", ["mariadb", "postgresql", "redis"], indirect=True)
def test_no_password_is_told(address: str) -> None:
    wrong = address.replace("secret", "wrong-password")
    with pytest.raises(StorageError) as refused:
        open_storage(wrong)
    assert refused.value.kind == "unreachable"
    assert "wrong-password" not in refused.value.message
    with optunas(address):
        pass  # it makes its tables
    ours = open_storage(address)
    assert "secret" not in ours.label
    assert "127.0.0.1" in ours.label
    ours.close()
