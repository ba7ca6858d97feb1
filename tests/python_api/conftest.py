from collections.abc import Iterator
from pathlib import Path

import optuna
import pytest

from tests.api.written import KINDS, Written, written_storage


@pytest.fixture(params=KINDS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Written]:
    """A storage of each kind, and the dashboard of it."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    with written_storage(request.param, tmp_path) as written:
        yield written
