"""Host 1, over real sockets and through its WSGI application."""

import json
import re
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import AF_INET, AF_INET6, create_connection
from typing import Any

import pytest
from falcon import testing
from optuna.artifacts import FileSystemArtifactStore

from optuna_dashboard import cli, server
from optuna_dashboard.access import guard
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.server import create_server_app, make_dashboard_server
from optuna_dashboard.storage.artifact_files import artifact_files
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.version import VERSION

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "sqlite" / "optuna-5.0.0.db"
LOCAL = {"Host": "localhost:8080"}


@pytest.fixture
def catalog() -> Catalog:
    catalog = Catalog()
    catalog.add(open_storage(str(FILE)))
    return catalog


@pytest.fixture
def client(catalog: Catalog, tmp_path: Path) -> testing.TestClient:
    (tmp_path / "index.html").write_text("<title>The page</title>")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main.js").write_text("1;")
    app = create_server_app(catalog, "my-machine", tmp_path)
    return testing.TestClient(app, headers=LOCAL)


@pytest.fixture
def address(catalog: Catalog) -> Iterator[str]:
    """The address of a server that runs in a thread."""
    with make_dashboard_server(catalog, "127.0.0.1", 0) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_the_page_is_the_same_at_every_address(client: testing.TestClient) -> None:
    for path in ("/dashboard", "/dashboard/", "/dashboard/studies/1/trials"):
        page = client.simulate_get(path)
        assert page.text == "<title>The page</title>"
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "etag" not in page.headers
    moved = client.simulate_get("/")
    assert (moved.status_code, moved.headers["location"]) == (302, "/dashboard")


def test_static_files(client: testing.TestClient) -> None:
    script = client.simulate_get("/static/assets/main.js")
    assert script.text == "1;"
    assert "javascript" in script.headers["content-type"]
    for path in ("/static/nothing.js", "/static/../../pyproject.toml", "/static/%2e%2e/x"):
        assert client.simulate_get(path).status_code == 404


def test_files_longer_than_at_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    length = 2**27 + 1
    monkeypatch.setenv("OPTUNA_DASHBOARD_MEMFILE_MAX", str(2 * length))
    store = tmp_path / "store"
    store.mkdir()
    catalog = Catalog(artifacts=artifact_files(FileSystemArtifactStore(store)))
    catalog.add(open_storage(str(shutil.copy(FILE, tmp_path / "copy.db"))))
    client = testing.TestClient(create_server_app(catalog, "my-machine", tmp_path), headers=LOCAL)
    headers = {"Content-Type": "application/octet-stream"}
    sent = client.simulate_post("/api/artifacts/1", body=bytes(length), headers=headers)
    assert sent.status_code == 201
    assert [file.stat().st_size for file in store.iterdir()] == [length]


def test_without_a_built_page_the_api_still_answers(catalog: Catalog, tmp_path: Path) -> None:
    client = testing.TestClient(create_server_app(catalog, public=tmp_path / "nothing"), LOCAL)
    missing = client.simulate_get("/dashboard")
    assert missing.status_code == 404
    assert missing.json == {"reason": "The page is not built; the API is at /api/studies"}
    assert client.simulate_get("/api/studies").status_code == 200


@pytest.mark.parametrize("path", ["/", "/dashboard", "/api/studies", "/static/x", "/nothing"])
def test_browsers_are_told_what_the_page_may_do(client: testing.TestClient, path: str) -> None:
    headers = client.simulate_get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8080", 200),
        ("my-machine:8080", 200),
        ("127.0.0.1:8080", 200),
        ("[::1]:8080", 200),
        ("192.168.1.5", 200),
        ("evil.example", 403),
        ("localhost.evil.example:8080", 403),
        ("[evil", 403),
        ("", 403),
    ],
)
def test_foreign_names_are_refused(client: testing.TestClient, host: str, status: int) -> None:
    for path in ("/api/studies", "/dashboard", "/static/assets/main.js"):
        result = client.simulate_get(path, headers={"Host": host})
        assert result.status_code == status
        if status == 403:
            assert result.json == {"reason": f"This dashboard is not {host}"}


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_on_all_addresses_the_names_of_this_machine_are_its_own(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(guard, "gethostname", lambda: "Lab-7")
    monkeypatch.setattr(guard, "getfqdn", lambda: "lab-7.example.org")

    def status(served_on: str, asked: str) -> int:
        client = testing.TestClient(create_server_app(catalog, served_on))
        return client.simulate_get("/api/studies", headers={"Host": asked}).status_code

    for name in ("lab-7:8080", "LAB-7.example.org"):
        assert status(host, name) == 200
        assert status("127.0.0.1", name) == status("localhost", name) == 403
    assert status(host, "evil.example") == 403


def test_the_server_allows_what_the_static_site_allows() -> None:
    written = (ROOT / "web" / "plugins" / "policy.ts").read_text()
    of_site = directives(re.findall(r'^ +"(.+)",$', written, re.MULTILINE))
    of_server = directives(guard.CONTENT_SECURITY_POLICY.split("; "))
    # Only the site runs Python, in a worker.
    assert of_site.pop("worker-src") == "'self' blob:"
    assert of_site["script-src"] == of_server["script-src"] + " 'wasm-unsafe-eval'"
    of_site["script-src"] = of_server["script-src"]
    # Only a server has an artifact store: players ask it, and a frame shows what the page made.
    assert of_server.pop("media-src") == "'self'"
    assert of_server.pop("frame-src") == "blob:"
    # Browsers heed this one in a header only.
    assert of_server.pop("frame-ancestors") == "'none'"
    assert of_server == of_site


def directives(policy: list[str]) -> dict[str, str]:
    return {name: sources for name, _, sources in (text.partition(" ") for text in policy)}


def test_over_a_socket(address: str) -> None:
    with urllib.request.urlopen(f"{address}/api/studies") as response:
        assert response.headers["Content-Type"] == "application/json"
        assert len(json.load(response)["study_summaries"]) == 24
    with urllib.request.urlopen(f"{address}/api/studies/1") as response:
        assert len(json.load(response)["trials"]) == 16
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{address}/api/studies/99")
    with refused.value as answer:
        assert json.load(answer) == {"reason": "study_id=99 is not found"}


def test_who_sends_slowly_keeps_nobody_waiting(address: str) -> None:
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    with create_connection((host, int(port))) as slow:
        kind = "Content-Type: application/x-www-form-urlencoded"
        head = f"POST /csv/1 HTTP/1.1\r\nHost: {host}\r\n{kind}\r\nContent-Length: 100\r\n\r\n"
        slow.sendall(head.encode())
        with urllib.request.urlopen(f"{address}/api/meta", timeout=20) as answer:
            assert answer.status == 200


def test_the_command_line_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["/nowhere/at/all.db"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("optuna-dashboard: ")
    assert "all.db" in told


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_cannot_be(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert cli.main([str(FILE), "--port", port]) == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "family"), [("::1", AF_INET6), ("127.0.0.1", AF_INET), ("localhost", AF_INET)]
)
def test_addresses_of_both_kinds(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, host: str, family: int
) -> None:
    # Not every machine has IPv6: what is asked of the system is what counts.
    asked: list[Any] = []
    monkeypatch.setattr(server, "make_server", lambda *args: asked.append(args))
    make_dashboard_server(catalog, host, 0)
    [(address, _, _, kind, _)] = asked
    assert (address, kind.address_family) == (host, family)


def test_the_version_is_that_of_the_project() -> None:
    # Python 3.10 has no tomllib.
    assert f'\nversion = "{VERSION}"\n' in (ROOT / "pyproject.toml").read_text()
