import time
from collections.abc import Iterator
from pathlib import Path

import optuna
import pytest

from tests.api.client import FIXTURES, ApiClient
from tests.api.written import KINDS, Written, written_storage


@pytest.fixture(scope="session")
def api() -> ApiClient:
    """A client of the file that Optuna 5 wrote."""
    return ApiClient(FIXTURES / "sqlite" / "optuna-5.0.0.db")


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Optuna shows times in the zone of the process."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=KINDS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Written]:
    """A storage of each kind that can be written to."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    with written_storage(request.param, tmp_path) as written:
        yield written
