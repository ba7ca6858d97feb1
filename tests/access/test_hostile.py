"""What no browser and no honest program sends, over real sockets."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from socket import SHUT_WR, create_connection

import optuna
import pytest

from optuna_dashboard.access.token import Token
from optuna_dashboard.server import Access
from tests.access.conftest import FILE, TOKEN, serving

HOST = "Host: 127.0.0.1"
FORM = "Content-Type: application/x-www-form-urlencoded"


@pytest.fixture(params=["everybody", "token"])
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    """The port of a running server, with and without a token."""
    token = Token(TOKEN) if request.param == "token" else None
    with serving(FILE, Access(token)) as port:
        yield port


def ask(port: int, head: str, *headers: str, body: bytes = b"") -> tuple[int, str, bytes]:
    """Status, headers and body of the answer to what is sent as it stands."""
    lines = "\r\n".join([f"{head} HTTP/1.1", *headers, "", ""])
    with create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(lines.encode("latin-1") + body)
        connection.shutdown(SHUT_WR)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    before, _, after = answer.partition(b"\r\n\r\n")
    told = before.decode("latin-1")
    status = int(told.split()[1]) if told.startswith("HTTP/") else 0
    return status, told, after


QUESTION = b"filter=number%20%3C%203"
BEARER = f"Authorization: Bearer {TOKEN}"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static/%2e%2e%2f%2e%2e%2fpyproject.toml",
        "/static/assets/../../server.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/..\\server.py",
        "/static/%00",
        "/static/assets%00.js",
        "/static/",
        "/static/.",
        "/static/" + "a" * 5000,
        "/static/%ff%fe",
    ],
)
def test_nothing_but_the_files_of_the_page(port: int, path: str) -> None:
    status, told, body = ask(port, f"GET {path}", HOST, BEARER)
    assert status == 404, told
    assert set(json.loads(body)) == {"reason"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/studies/%0d%0aX-Evil:%201",
        "/dashboard/%0d%0aX-Evil:%201",
        "/%0d%0aX-Evil:%201",
        "/login?next=/dashboard%0d%0aX-Evil:%201",
        "/csv/1?filter=%0d%0aX-Evil:%201",
        "/api/studies/1%00",
        "/api/studies/99999999999999999999",
        "/api/studies/-1",
        "/api/studies/1e3",
        "/api/studies/%D9%A1",  # a digit that int() takes
        "//evil.example/dashboard",
        "/api/studies/1/figures/__init__",
        "/api/studies/1/figures/..%2f..%2fserver",
        "/\xff\xfe",
    ],
)
def test_hostile_addresses(port: int, path: str) -> None:
    for authorization in ("X-None: 1", BEARER):
        status, told, body = ask(port, f"GET {path}", HOST, authorization)
        assert status in (200, 302, 303, 400, 401, 404), told
        assert "x-evil" not in [line.partition(":")[0].lower() for line in told.splitlines()]
        assert b"Traceback" not in body
        location = [line for line in told.splitlines() if line.lower().startswith("location:")]
        assert all(line.split(": ", 1)[1].startswith("/") for line in location)
        assert not any(line.split(": ", 1)[1].startswith("//") for line in location)


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("many", 400),
        ("-1", 400),
        ("1e3", 400),
        ("99999999999999999999", 413),
        ("134217729", 413),
        ("100", 200),  # and then nothing more comes
        ("0", 200),
        ("9", 400),  # cut off: "filter=nu"
    ],
)
def test_lengths_that_are_not_true(port: int, length: str, status: int) -> None:
    head = (HOST, BEARER, FORM, f"Content-Length: {length}")
    got, told, answer = ask(port, "POST /csv/1", *head, body=QUESTION)
    assert got == status, told
    if status != 200:
        assert set(json.loads(answer)) >= {"reason"}


def test_the_server_goes_on_after_all_that(port: int) -> None:
    for head in ("GET", "\x00\x01", "GET /api/studies HTTP/9.9", "POST " + "a" * 70000, ""):
        ask(port, head, HOST)
    status, _, body = ask(port, "GET /api/studies", HOST, BEARER)
    assert (status, len(json.loads(body)["study_summaries"])) == (200, 24)


NAMES = [
    "<script>alert(1)</script>",
    '"; rm -rf /; echo "',
    "../../../etc/passwd",
    "a\r\nX-Evil: 1",
    "nul\x01\x7f",
    "\u202egnp.exe",
    "x" * 500,
    "名前 🎉",
    "'; DROP TABLE studies; --",
    "{0.__class__}",
    "%s%n%x",
]
ENDS = ["", "/report", "/export"]


def test_hostile_names_of_studies(tmp_path: Path) -> None:
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    file = tmp_path / "study.db"
    storage = optuna.storages.RDBStorage(f"sqlite:///{file}")
    for name in NAMES:
        study = optuna.create_study(storage=storage, study_name=name)
        study.add_trial(optuna.create_trial(value=1.0, user_attrs={name: name}))
    storage.engine.dispose()
    with serving(file, Access()) as port:
        _, _, body = ask(port, "GET /api/studies", HOST)
        summaries = json.loads(body)["study_summaries"]
        assert [summary["study_name"] for summary in summaries] == NAMES
        for number in range(1, len(NAMES) + 1):
            paths = (f"/csv/{number}", *(f"/api/studies/{number}{end}" for end in ENDS))
            for path in paths:
                status, told, _ = ask(port, f"GET {path}", HOST)
                assert status == 200, told
                names = [line.partition(": ")[0].lower() for line in told.splitlines()[1:]]
                assert all(re.fullmatch("[a-z-]+", name) for name in names)
                assert "x-evil" not in names
