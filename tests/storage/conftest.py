from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.open import open_storage

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
