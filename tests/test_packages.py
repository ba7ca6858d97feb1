"""What is built for users: a source distribution, a wheel, and the image that is made of it."""

import json
import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from socket import create_connection
from typing import Any

import pytest

from tests import wheelhouse
from tests.servers import free_port

# One process of pytest builds and installs them, once.
pytestmark = pytest.mark.xdist_group("packages")

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "sqlite" / "optuna-5.0.0.db"
PAGES = ROOT / "optuna_dashboard" / "public"
DOCKER = ROOT / "docker"
BUILD = [sys.executable, "-m", "hatchling", "build"]
TOKEN = "correct-horse-battery"


def run(command: list[str], folder: Path, **environment: str) -> str:
    """What a command prints that must succeed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source distribution and the wheel."""
    if not PAGES.joinpath("index.html").is_file():
        pytest.skip("the pages are not built: make server")
    folder = tmp_path_factory.mktemp("built")
    run([*BUILD, "--directory", str(folder)], ROOT)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment into which the image's command installed the wheel."""
    folder = tmp_path_factory.mktemp("image")
    run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
    [wheel] = built.glob("*.whl")
    shutil.copy(wheel, folder)
    command = steps("RUN")[0].replace("/tmp/", f"{folder}/")
    # What it needs is here already: nothing is fetched.
    (folder / "needs").mkdir()
    extras = re.findall(r"\[(.+)\]", command)[0].split(",")
    wheelhouse.fill(folder / "needs", wheel, extras)
    environment = {
        "PATH": f"{folder / 'venv' / 'bin'}:/usr/bin:/bin",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": str(folder / "needs"),
        "PIP_NO_INDEX": "1",
    }
    run(["sh", "-euc", command], folder, **environment)
    assert not list(folder.glob("*.whl"))
    return folder / "venv" / "bin"


def steps(kind: str) -> list[str]:
    """The commands of the image of one kind."""
    text = (DOCKER / "Dockerfile").read_text().replace("\\\n", "")
    return re.findall(rf"^{kind} +(.+)$", text, re.MULTILINE)


def test_the_pages_are_in_every_package(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    [source] = built.glob("*.tar.gz")
    pages = {
        f"optuna_dashboard/public/{path.relative_to(PAGES).as_posix()}"
        for path in PAGES.rglob("*")
        if path.is_file()
    }
    code = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "optuna_dashboard").rglob("*.py")
    }
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == pages | code
    with tarfile.open(source) as tar:
        found = {name.partition("/")[2] for name in tar.getnames()}
    assert found >= pages | code | {"pyproject.toml", "scripts/build_hook.py", "LICENSE"}
    assert not any(name.startswith(("tests/", "web/", "node_modules/")) for name in found)


def test_the_source_distribution_needs_no_node(built: Path, tmp_path: Path) -> None:
    [source] = built.glob("*.tar.gz")
    [wheel] = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    run([*pip, "--wheel-dir", str(tmp_path), str(source)], tmp_path, PATH="/nowhere")
    [again] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as ours, zipfile.ZipFile(again) as theirs:
        assert sorted(ours.namelist()) == sorted(theirs.namelist())


def test_nothing_is_built_without_the_pages(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "build_hook.py", tmp_path / "scripts")
    shutil.copytree(
        ROOT / "optuna_dashboard",
        tmp_path / "optuna_dashboard",
        ignore=shutil.ignore_patterns("public", "__pycache__"),
    )
    for target in ("wheel", "sdist"):
        command = [*BUILD, "--target", target]
        done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
        assert done.returncode == 1
        told = done.stdout + done.stderr
        assert "The pages are not built yet. Build them first: make server" in told
        assert "Traceback" not in told
    assert list((tmp_path / "dist").glob("*")) == []


def test_who_develops_builds_the_pages_later(tmp_path: Path) -> None:
    nothing: Any = None
    hooks = runpy.run_path(str(ROOT / "scripts" / "build_hook.py"))
    hook = hooks["PagesHook"](str(tmp_path), {}, nothing, nothing, str(tmp_path), "wheel")
    hook.initialize("editable", {})
    with pytest.raises(SystemExit):
        hook.initialize("standard", {})


@contextmanager
def running(
    command: list[str], port: int, folder: Path, environment: Mapping[str, str]
) -> Iterator["subprocess.Popen[str]"]:
    """A server that accepts connections; it must end when it is told to."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True
    ) as process:
        try:
            deadline = time.monotonic() + 60
            while process.poll() is None and time.monotonic() < deadline:
                with suppress(OSError), create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield process
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
        finally:
            process.kill()
            print(*process.communicate())


def get(address: str, **headers: str) -> bytes:
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        content: bytes = answer.read()
        return content


def test_what_pip_installs_serves_the_pages(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [str(installed / "optuna-dashboard"), str(FILE), "--port", str(port)]
    # Neither Node nor anything else of this machine.
    with running(command, port, tmp_path, {"PATH": str(installed)}):
        address = f"http://127.0.0.1:{port}"
        assert len(json.loads(get(f"{address}/api/studies"))["study_summaries"]) == 24
        page = get(f"{address}/dashboard/studies/1").decode()
        files = re.findall('(?:src|href)="(/static/[^"]+)"', page)
        assert any(file.endswith(".js") for file in files)
        for file in files:
            name = file.removeprefix("/static/")
            assert get(address + file) == (PAGES / name).read_bytes()


@pytest.mark.parametrize("token", ["", TOKEN])
def test_the_image_starts_and_tells_its_health(
    installed: Path, tmp_path: Path, token: str
) -> None:
    port = free_port()

    def command(kind: str) -> list[str]:
        [step] = steps(kind)
        listed = json.loads(step[step.index("[") :].replace("8080", str(port)))
        program, *arguments = map(str, listed)
        return [str(installed / program), *arguments]

    environment = {"PATH": str(installed), "OPTUNA_DASHBOARD_AUTH_TOKEN": token}
    shutil.copy(FILE, tmp_path / "db.sqlite3")
    start = [*command("ENTRYPOINT"), "sqlite:///db.sqlite3"]
    with running(start, port, tmp_path, environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"Listening on http://0.0.0.0:{port}/\n"
        assert subprocess.run(command("HEALTHCHECK"), check=False).returncode == 0
        bearer = {"Authorization": f"Bearer {token}"}
        studies = json.loads(get(f"http://127.0.0.1:{port}/api/studies", **bearer))
        assert len(studies["study_summaries"]) == 24
    ill = subprocess.run(command("HEALTHCHECK"), check=False, capture_output=True)
    assert ill.returncode != 0


def test_the_image_has_the_drivers(installed: Path, tmp_path: Path) -> None:
    modules = "falcon, optuna, pymysql, cryptography, psycopg, gunicorn"
    run([str(installed / "python"), "-W", "error", "-c", f"import {modules}"], tmp_path)


@pytest.mark.skipif(
    not shutil.which("useradd", path="/usr/sbin:/usr/bin:/sbin:/bin"),
    reason="only Linux makes users so",
)
def test_the_image_runs_as_nobody_in_particular(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    files = {
        "passwd": "root:x:0:0::/:/bin/sh\n",
        "group": "root:x:0:\n",
        "shadow": "root:*:1::::::\n",
    }
    for name, text in {**files, "gshadow": "", "login.defs": ""}.items():
        (tmp_path / "etc" / name).write_text(text)
    # Only root gives a folder to somebody else.
    owner = 10001 if os.geteuid() == 0 else os.geteuid()
    command = steps("RUN")[1].replace("useradd", f"useradd --prefix {tmp_path}")
    command = command.replace(" /app", f" {tmp_path}/app")
    assert "chown dashboard" in command
    command = command.replace("chown dashboard", f"chown {owner}")
    run(["sh", "-euc", command], tmp_path, PATH="/usr/sbin:/usr/bin:/bin")
    assert (tmp_path / "app").stat().st_uid == owner
    users = (tmp_path / "etc" / "passwd").read_text().splitlines()
    [user] = [line.split(":") for line in users if line.startswith("dashboard:")]
    assert (user[2], user[5]) == ("10001", f"{tmp_path}/app")
    assert steps("USER") == ["dashboard"]
    order = re.findall("^(RUN|USER|ENTRYPOINT)", (DOCKER / "Dockerfile").read_text(), re.MULTILINE)
    assert order == ["RUN", "RUN", "USER", "ENTRYPOINT"]


def test_the_composition_serves_with_gunicorn(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    text = (DOCKER / "compose.yaml").read_text()
    services: Any = import_module("yaml").safe_load(text)["services"]
    dashboard = services["dashboard"]
    assert dashboard["build"] == {"context": "..", "dockerfile": "docker/Dockerfile"}
    assert dashboard["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["database"]["ports"] == ["127.0.0.1:5432:5432"]
    names = {"POSTGRES_PASSWORD": "secret", "OPTUNA_DASHBOARD_AUTH_TOKEN": TOKEN}
    settings = {
        key: re.sub(r"\$\{(\w+):\?\}", lambda name: names[name[1]], value)
        for key, value in dashboard["environment"].items()
    }
    assert settings["STORAGE"] == "postgresql+psycopg://optuna@database:5432/optuna"
    assert settings["PGPASSWORD"] == "secret"
    [mounted] = dashboard["volumes"]
    shutil.copy(DOCKER / mounted.partition(":")[0], tmp_path / "wsgi.py")
    words: list[str] = [*dashboard["entrypoint"], *dashboard["command"]]
    program, *arguments = [word.replace("8080", str(port)) for word in words]
    environment = {**settings, "PATH": str(installed), "STORAGE": f"sqlite:///{FILE}"}
    with running([str(installed / program), *arguments], port, tmp_path, environment):
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        studies = json.loads(get(f"http://127.0.0.1:{port}/api/studies", **bearer))
        assert len(studies["study_summaries"]) == 24
