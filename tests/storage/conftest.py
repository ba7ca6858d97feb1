from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from optuna.storages import RDBStorage

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.open import open_storage
from tests import servers

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Storage]]:
    """Opens storages and closes them after the test."""
    storages: list[Storage] = []

    def open_(path: Path) -> Storage:
        storages.append(open_storage(str(path)))
        return storages[-1]

    yield open_
    for storage in storages:
        storage.close()


# What asks for one of these is in the group "servers", so that one process starts each once.
@pytest.fixture(scope="session")
def mariadb() -> Iterator[str]:
    """The address of a database that tests leave without studies."""
    with servers.mariadb() as address:
        yield address


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """As ``mariadb``."""
    with servers.postgresql() as address:
        yield address


IN_GROUP = pytest.mark.xdist_group("servers")
ON_SERVERS = [pytest.param(name, marks=IN_GROUP) for name in ("mariadb", "postgresql")]


@contextmanager
def database_of(address: str) -> Iterator[RDBStorage]:
    """A database as Optuna opens it, whose studies are deleted in the end."""
    rdb = RDBStorage(address)
    yield rdb
    for study in rdb.get_all_studies():
        rdb.delete_study(study._study_id)
    rdb.remove_session()
    rdb.engine.dispose()
