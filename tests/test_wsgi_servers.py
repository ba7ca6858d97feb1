"""``wsgi`` under the servers that the manual names, with one process and with several; and how
the servers of the command line end."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection, create_server
from typing import Any

import optuna
import pytest

from optuna_dashboard.access.token import Token

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "sqlite" / "optuna-5.0.0.db"
BIN = Path(sys.executable).parent
TOKEN = "correct-horse-battery"

# As in the manual, which gives an object, and with an address.
MODULE = """
from optuna.storages import RDBStorage
from optuna_dashboard import wsgi

application = wsgi(RDBStorage("sqlite:///{file}"))
by_address = wsgi("sqlite:///{file}", auth_token="{token}")
"""

COMMANDS = {
    "gunicorn": "gunicorn --bind 127.0.0.1:{port} wsgi:{name}",
    "gunicorn, 3 workers": "gunicorn --workers 3 --bind 127.0.0.1:{port} wsgi:{name}",
    "gunicorn, 3 workers with threads": (
        "gunicorn --workers 3 --threads 4 --bind 127.0.0.1:{port} wsgi:{name}"
    ),
    # The application is made once, before there are workers.
    "gunicorn, 3 workers after one start": (
        "gunicorn --preload --workers 3 --bind 127.0.0.1:{port} wsgi:{name}"
    ),
    "uwsgi": (
        "uwsgi --http-socket 127.0.0.1:{port} --wsgi-file wsgi.py --callable {name} --master "
        "--die-on-term"
    ),
    "uwsgi, 4 workers": (
        "uwsgi --http :{port} --workers 4 --wsgi-file wsgi.py --callable {name} --master "
        "--die-on-term"
    ),
    "waitress": "waitress-serve --listen 127.0.0.1:{port} wsgi:{name}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a study of one trial and a module that serves it."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    file = tmp_path / "db.sqlite3"
    storage = optuna.storages.RDBStorage(f"sqlite:///{file}")
    study = optuna.create_study(storage=storage, study_name="study")
    study.add_trial(optuna.create_trial(value=0.0))
    storage.engine.dispose()
    (tmp_path / "wsgi.py").write_text(MODULE.format(file=file, token=TOKEN))
    return tmp_path


@contextmanager
def running(server: str, name: str, folder: Path) -> Iterator[str]:
    """The address of a server that is ready; afterwards it must end as it is told."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program, *arguments = COMMANDS[server].format(port=port, name=name).split()
    log = (folder / "log").open("w+")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}
    with (
        log,
        subprocess.Popen(
            [BIN / program, *arguments], cwd=folder, env=environment, stdout=log, stderr=log
        ) as process,
    ):
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
            process.terminate()
            # Waitress leaves SIGTERM to Python, which dies of it.
            assert process.wait(30) in (0, -signal.SIGTERM)
            with pytest.raises(ConnectionRefusedError):
                create_connection(("127.0.0.1", port))
        except Exception:
            log.seek(0)
            print(log.read())
            raise
        finally:
            process.kill()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError), create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise AssertionError("the server did not start")


def ask(address: str, **headers: str) -> tuple[str, Any]:
    """ETag and JSON of an answer over a connection of its own."""
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers["ETag"], json.load(answer)


def ask_all(address: str, **headers: str) -> tuple[str, Any]:
    """The one answer that all processes give."""
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: ask(address, **headers), range(32)))
    assert answers.count(answers[0]) == len(answers)
    return answers[0]


@pytest.mark.parametrize("server", COMMANDS)
def test_every_process_gives_the_same_answers(server: str, folder: Path) -> None:
    with running(server, "application", folder) as address:
        _, listed = ask_all(f"{address}/api/studies")
        [summary] = listed["study_summaries"]
        assert summary["study_name"] == "study"
        detail = f"{address}/api/studies/{summary['study_id']}"
        before, study = ask_all(detail)
        assert [trial["values"] for trial in study["trials"]] == [[0.0]]
        theirs = optuna.load_study(
            study_name="study", storage=f"sqlite:///{folder / 'db.sqlite3'}"
        )
        theirs.add_trial(optuna.create_trial(value=1.0))
        after, study = ask_all(detail)
        assert before != after
        assert [trial["values"] for trial in study["trials"]] == [[0.0], [1.0]]


@pytest.mark.parametrize("server", ["gunicorn, 3 workers", "uwsgi, 4 workers"])
def test_every_process_knows_who_has_logged_in(server: str, folder: Path) -> None:
    with running(server, "by_address", folder) as address:
        token = Token(TOKEN)
        cookie = f"{token.cookie_name}={token.cookie_value}"
        assert ask_all(f"{address}/api/studies", Cookie=cookie) == ask_all(
            f"{address}/api/studies", Authorization=f"Bearer {TOKEN}"
        )


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("server", ["wsgiref", "waitress", "gunicorn"])
def test_the_end_is_clean_whatever_browsers_keep_open(server: str, sent: signal.Signals) -> None:
    options = ["--port", "0", "--server", server]
    command = [sys.executable, "-m", "optuna_dashboard", str(FILE), *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            port = int(line.strip().rstrip("/").rpartition(":")[2])
            kept = HTTPConnection("127.0.0.1", port, timeout=30)
            kept.request("GET", "/api/studies")
            assert len(json.load(kept.getresponse())["study_summaries"]) == 24
            # Opened ahead of need, and never used; others are not to wait for them.
            silent = [create_connection(("127.0.0.1", port)) for _ in range(12)]
            assert len(ask(f"http://127.0.0.1:{port}/api/studies")[1]["study_summaries"]) == 24
            process.send_signal(sent)
            out, err = process.communicate(timeout=30)
            assert (process.returncode, out.strip(), err) == (0, "", "")
            kept.close()
            for connection in silent:
                connection.close()
        finally:
            process.kill()
