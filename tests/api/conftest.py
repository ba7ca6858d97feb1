import time
from collections.abc import Iterator

import pytest

from tests.api.client import FIXTURES, ApiClient


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
