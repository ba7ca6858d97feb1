import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from falcon import testing

from optuna_dashboard.access.token import Token
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.server import Access, create_server_app, make_dashboard_server
from optuna_dashboard.storage.open import open_storage

FILE = Path(__file__).parents[1] / "fixtures" / "sqlite" / "optuna-5.0.0.db"
TOKEN = "correct-horse-battery"
BUILT = '<link href="./icon.svg"><script src="./assets/main.js"></script>'
INDEX = '<link href="/static/icon.svg"><script src="/static/assets/main.js"></script>'

Serve = Callable[[Access], testing.TestClient]


@contextmanager
def serving(file: Path, access: Access) -> Iterator[int]:
    """The port of a server that runs in a thread."""
    catalog = Catalog()
    catalog.add(open_storage(str(file)))
    with make_dashboard_server(catalog, "127.0.0.1", 0, access) as running:
        thread = threading.Thread(target=running.serve_forever, args=[0.02])
        thread.start()
        try:
            yield running.server_port
        finally:
            running.shutdown()
            thread.join()
    catalog.remove(0)


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
