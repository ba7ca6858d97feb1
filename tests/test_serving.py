"""The dashboard from Python and from the command line, as processes that answer over HTTP."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from socket import create_connection, create_server
from typing import Any

import optuna
import pytest
from falcon import testing
from optuna.storages import InMemoryStorage

import optuna_dashboard
from optuna_dashboard import cli, wsgi
from optuna_dashboard.servers import SERVER_NAMES
from optuna_dashboard.storage.base import StorageError

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "sqlite" / "optuna-5.0.0.db"
JOURNAL = ROOT / "tests" / "fixtures" / "journal" / "small.log"
INSTALLED = [name for name in SERVER_NAMES if name in ("auto", "wsgiref") or find_spec(name)]

IN_MEMORY = """
import optuna
from optuna_dashboard import run_server
optuna.logging.set_verbosity(optuna.logging.ERROR)
storage = optuna.storages.InMemoryStorage()
study = optuna.create_study(storage=storage, study_name="in memory")
study.optimize(lambda trial: trial.suggest_float("x", 0, 1), n_trials=3)
run_server(storage, port=0)
print("and on it goes")
"""
IN_A_THREAD = """
import threading, optuna
from optuna_dashboard import run_server
optuna.logging.set_verbosity(optuna.logging.ERROR)
storage = optuna.storages.InMemoryStorage()
study = optuna.create_study(storage=storage)
arguments = {"target": run_server, "args": (storage,), "kwargs": {"port": 0}}
threading.Thread(**arguments, daemon=True).start()
for line in iter(input, "end"):
    study.tell(study.ask(), float(line))
    print("told", flush=True)
"""
FORK = """
import os, sys
from falcon import testing
from optuna_dashboard import wsgi
application = wsgi(sys.argv[1])
before = application._app
child = os.fork()
if child:
    os.waitpid(child, 0)
answer = testing.TestClient(application).simulate_get("/api/studies")
print(answer.status_code, len(answer.json["study_summaries"]), application._app is before)
"""


@contextmanager
def running(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A Python program, and the address that it prints first."""
    pipe = subprocess.PIPE
    program = [sys.executable, "-W", "error", *arguments]
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("Listening on http://"), process.communicate()
            yield process, line.removeprefix("Listening on ").strip()
        finally:
            process.kill()


def _json(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def test_a_storage_in_memory() -> None:
    with running("-c", IN_MEMORY) as (process, address):
        [study] = _json(f"{address}api/studies")["study_summaries"]
        assert study["study_name"] == "in memory"
        assert len(_json(f"{address}api/studies/{study['study_id']}")["trials"]) == 3
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30) == ("\nand on it goes\n", "")
        assert process.returncode == 0


def test_a_study_that_goes_on_beside_the_server() -> None:
    with running("-c", IN_A_THREAD) as (process, address):
        assert process.stdin is not None
        assert process.stdout is not None
        for n, value in enumerate((3.0, 2.0), 1):
            print(value, file=process.stdin, flush=True)
            assert process.stdout.readline() == "told\n"
            detail = _json(f"{address}api/studies/0")
            assert [trial["values"][0] for trial in detail["trials"]] == [3.0, 2.0][:n]


@pytest.mark.parametrize("server", INSTALLED)
def test_servers(server: str) -> None:
    command = ["-m", "optuna_dashboard", str(FILE), "--port", "0", "--server", server]
    with running(*command) as (process, address):
        assert len(_json(f"{address}api/studies")["study_summaries"]) == 24
        request = urllib.request.Request(f"{address}api/studies", headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=30)
        with refused.value as answer:
            assert answer.status == 403
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert process.returncode == 0


@pytest.mark.parametrize("server", ["gunicorn", "waitress"])
def test_a_server_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], server: str
) -> None:
    monkeypatch.setitem(sys.modules, server, None)
    assert cli.main([str(FILE), "--server", server]) == 1
    told = f"{server} is not installed. Install it: pip install {server}\n"
    assert capsys.readouterr().err == f"optuna-dashboard: {told}"


@pytest.mark.parametrize("server", INSTALLED)
def test_a_port_that_is_taken(server: str) -> None:
    with running("-m", "optuna_dashboard", str(FILE), "--port", "0") as (_, address):
        port = address.rstrip("/").rpartition(":")[2]
        command = [sys.executable, "-m", "optuna_dashboard", str(FILE), "--port", port, "--quiet"]
        done = subprocess.run(
            [*command, "--server", server], check=False, capture_output=True, text=True
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"optuna-dashboard: Cannot listen on 127.0.0.1:{port}: ")


@pytest.mark.parametrize("server", INSTALLED)
def test_quiet(server: str) -> None:
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "optuna_dashboard", str(FILE), "--port", str(port), "-q"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, "--server", server], stdout=pipe, stderr=pipe, text=True
    ) as process:
        while process.poll() is None:
            with suppress(OSError), create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        assert len(_json(f"http://127.0.0.1:{port}/api/studies")["study_summaries"]) == 24
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30) == ("", "")


def test_a_server_goes_on_when_nobody_reads_what_it_says() -> None:
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "optuna_dashboard", str(FILE), "--port", str(port)]
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE, text=True) as process:
        os.close(write)
        while process.poll() is None:
            with suppress(OSError), create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        assert len(_json(f"http://127.0.0.1:{port}/api/studies")["study_summaries"]) == 24
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1] == ""
        assert process.returncode == 0


def test_writes_are_no_news_in_the_terminal(tmp_path: Path) -> None:
    file = shutil.copy(FILE, tmp_path / "study.db")
    with running("-m", "optuna_dashboard", str(file), "--port", "0") as (process, address):
        body = json.dumps({"study_name": "new", "directions": ["minimize"]}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{address}api/studies", body, headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert json.load(answer)["study_summary"]["study_name"] == "new"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1] == ""


def test_the_class_of_a_storage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(JOURNAL), "--storage-class", "RDBStorage"]) == 1
    told = "small.log is a journal log, which RDBStorage does not read; JournalFileStorage does.\n"
    assert capsys.readouterr().err == f"optuna-dashboard: {told}"


@pytest.mark.parametrize("host", ["localhost", "dashboard.example.org"])
def test_wsgi_answers_to_every_name(host: str) -> None:
    client = testing.TestClient(wsgi(f"sqlite:///{FILE}"), headers={"Host": host})
    answer = client.simulate_get("/api/studies")
    assert len(answer.json["study_summaries"]) == 24
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_wsgi_of_an_object() -> None:
    storage = InMemoryStorage()
    client = testing.TestClient(wsgi(storage))
    assert client.simulate_get("/api/studies").json["study_summaries"] == []
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    optuna.create_study(storage=storage, study_name="later")
    [study] = client.simulate_get("/api/studies").json["study_summaries"]
    assert study["study_name"] == "later"
    [source] = client.simulate_get("/api/meta").json["sources"]
    assert (source["kind"], source["label"]) == ("optuna", "InMemoryStorage")


def test_wsgi_says_at_once_what_is_wrong() -> None:
    with pytest.raises(StorageError, match=r"no file db\.sqlite3"):
        wsgi("/nowhere/db.sqlite3")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_each_process_opens_the_storage_for_itself() -> None:
    command = [sys.executable, "-c", FORK, str(FILE)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "200 24 False\n200 24 True\n"


def test_artifacts(tmp_path: Path) -> None:
    storage = InMemoryStorage()
    study = optuna.create_study(storage=storage)
    store = optuna.artifacts.FileSystemArtifactStore(tmp_path)
    (tmp_path / "a.txt").write_text("content")
    artifact_id = optuna.artifacts.upload_artifact(
        artifact_store=store, file_path=str(tmp_path / "a.txt"), study_or_trial=study
    )
    applications = [wsgi(storage, store), wsgi(storage, artifact_store=store)]
    with pytest.warns(FutureWarning) as told:
        applications.append(wsgi(storage, artifact_backend=store))
    [warning] = told
    assert warning.filename == __file__
    assert str(warning.message) == "artifact_backend is deprecated; give artifact_store instead."
    for application in applications:
        client = testing.TestClient(application)
        assert client.simulate_get("/api/meta").json["artifact_is_available"] is True
        answer = client.simulate_get(f"/artifacts/0/{artifact_id}")
        assert (answer.status_code, answer.text) == (200, "content")
        # Not the policy of the page, which lets scripts of the dashboard run.
        assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    with pytest.raises(TypeError, match="is not an artifact store of Optuna"):
        wsgi(storage, str(tmp_path))


def test_a_language_model_is_not_used() -> None:
    with pytest.warns(UserWarning, match="llm_provider is not used") as told:
        client = testing.TestClient(wsgi(InMemoryStorage(), llm_provider=object()))
    assert told[0].filename == __file__
    assert client.simulate_get("/api/meta").json["llm_is_available"] is False


def test_the_package_alone_loads_no_server() -> None:
    program = "import sys, optuna_dashboard; print({'falcon', 'wsgiref'} & set(sys.modules))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"


def test_what_the_package_does_not_have() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = optuna_dashboard.nothing
