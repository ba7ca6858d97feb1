from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from falcon import testing

from optuna_dashboard.access.token import Token
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.server import Access, create_server_app
from optuna_dashboard.storage.open import open_storage

FILE = Path(__file__).parents[1] / "fixtures" / "sqlite" / "optuna-5.0.0.db"
TOKEN = "correct-horse-battery"
BUILT = '<link href="./icon.svg"><script src="./assets/main.js"></script>'
INDEX = '<link href="/static/icon.svg"><script src="/static/assets/main.js"></script>'

Serve = Callable[[Access], testing.TestClient]


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A built page."""
    (tmp_path / "index.html").write_text(BUILT)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main.js").write_text("1;")
    return tmp_path


@pytest.fixture
def serve(public: Path) -> Iterator[Serve]:
    """Makes clients of servers that differ in who may come."""
    catalog = Catalog()
    catalog.add(open_storage(str(FILE)))

    def make(access: Access) -> testing.TestClient:
        app = create_server_app(catalog, "127.0.0.1", public, access)
        return testing.TestClient(app, headers={"Host": "localhost:8080"})

    yield make
    catalog.remove(0)


@pytest.fixture
def everybody(serve: Serve) -> testing.TestClient:
    return serve(Access())


@pytest.fixture
def locked(serve: Serve) -> testing.TestClient:
    """A client, without the token, of a server that asks for it."""
    return serve(Access(Token(TOKEN)))
