"""Real servers of other projects, each with a folder and a port of its own while it runs."""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import SHUT_RDWR, SHUT_WR, create_connection, create_server, socket

import pytest

# Debian keeps servers where users do not look for programs.
_PLACES = (*os.environ.get("PATH", "").split(os.pathsep), "/usr/sbin", "/sbin")
_LONGEST_START = 60.0
# PostgreSQL does not run as root; its package makes this user.
_POSTGRES = "postgres"


@contextmanager
def mariadb(*more: str) -> Iterator[str]:
    """An empty database of MariaDB, by its address; ``more`` are options of the server."""
    install, server = _program("mariadb-install-db"), _program("mariadbd")
    port = free_port()
    with _folder() as folder:
        data = folder / "data"
        user = "root" if os.geteuid() == 0 else ""
        as_user = [f"--user={user}"] if user else []
        _run([install, "--no-defaults", f"--datadir={data}", "--skip-test-db", *as_user])
        start = folder / "start.sql"
        # Names that differ in case only are two in Optuna.
        start.write_text(
            "CREATE DATABASE optuna CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;\n"
            "CREATE USER 'me'@'127.0.0.1' IDENTIFIED BY 'secret';\n"
            "GRANT ALL ON optuna.* TO 'me'@'127.0.0.1';\n"
        )
        options = [
            "--no-defaults",
            f"--datadir={data}",
            f"--socket={folder / 'socket'}",
            f"--pid-file={folder / 'pid'}",
            f"--init-file={start}",
            "--bind-address=127.0.0.1",
            f"--port={port}",
            "--innodb-buffer-pool-size=32M",
            "--innodb-flush-log-at-trx-commit=0",
            *as_user,
            *more,
        ]
        address = f"mysql+pymysql://me:secret@127.0.0.1:{port}/optuna"
        with _running([server, *options], folder):
            _wait(lambda: _connects_to_mariadb(port))
            yield address


def _connects_to_mariadb(port: int) -> None:
    import pymysql

    pymysql.connect(
        host="127.0.0.1", port=port, user="me", password="secret", database="optuna"
    ).close()


@contextmanager
def postgresql() -> Iterator[str]:
    """An empty database of PostgreSQL, by its address."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    initdb, server = _program("initdb", *homes), _program("postgres", *homes)
    user = _POSTGRES if os.geteuid() == 0 else None
    port = free_port()
    with _folder(user) as folder:
        data, password = folder / "data", folder / "password"
        password.write_text("secret")
        password.chmod(0o644)
        given = ["-U", "me", f"--pwfile={password}", "--auth=scram-sha-256", "-E", "UTF8"]
        _run([initdb, "-D", str(data), *given, "--locale=C.UTF-8", "--no-sync"], user)
        options = ["-D", str(data), "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)]
        with _running([server, *options, "-c", "fsync=off"], folder, user):
            _wait(lambda: _connects_to_postgresql(port))
            yield f"postgresql+psycopg://me:secret@127.0.0.1:{port}/postgres"


def _connects_to_postgresql(port: int) -> None:
    import psycopg

    psycopg.connect(
        host="127.0.0.1", port=port, user="me", password="secret", dbname="postgres"
    ).close()


@contextmanager
def redis() -> Iterator[str]:
    """An empty Redis, by its address."""
    server = _program("redis-server")
    port = free_port()
    with _folder() as folder:
        options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
        password = ["--requirepass", "secret"]
        with _running([server, *options, *password, "--save", "", "--appendonly", "no"], folder):
            _wait(lambda: create_connection(("127.0.0.1", port)).close())
            yield f"redis://:secret@127.0.0.1:{port}"


@contextmanager
def nginx(locations: str) -> Iterator[str]:
    """A proxy with these locations, by its address."""
    server, port = _program("nginx"), free_port()
    with _folder() as folder:
        paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in paths)
        config = folder / "nginx.conf"
        config.write_text(
            f"daemon off; master_process off; pid {folder}/pid; error_log stderr; events {{}}\n"
            f"http {{ access_log off; {temporary}\n"
            f"server {{ listen 127.0.0.1:{port};\n{locations}\n}} }}\n"
        )
        with _running([server, "-p", str(folder), "-c", str(config), "-e", "stderr"], folder):
            _wait(lambda: create_connection(("127.0.0.1", port)).close())
            yield f"http://127.0.0.1:{port}"


class Gate:
    """A port that leads to another one of this machine, until it is closed, and again when it is
    opened."""

    def __init__(self, port: int) -> None:
        self.port = free_port()
        self._target = port
        self._open: list[socket] = []
        self.open()

    def open(self) -> None:
        listener = create_server(("127.0.0.1", self.port))
        self._open = [listener]
        threading.Thread(target=self._listen, args=[listener], daemon=True).start()

    def close(self) -> None:
        for one in self._open:
            # What waits for something to come does not notice that it is closed.
            with suppress(OSError):
                one.shutdown(SHUT_RDWR)
            one.close()

    def _listen(self, listener: socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = create_connection(("127.0.0.1", self._target))
                self._open += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=ends, daemon=True).start()


def _carry(source: socket, target: socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(SHUT_WR)


def _program(name: str, *places: Path) -> str:
    found = shutil.which(name, path=os.pathsep.join([*map(str, places), *_PLACES]))
    if found is None:
        pytest.skip(f"{name} is not installed: make databases")
    return found


@contextmanager
def _folder(owner: str | None = None) -> Iterator[Path]:
    """A folder that its owner reaches; those of pytest are closed to all but its user."""
    folder = Path(tempfile.mkdtemp(prefix="optuna-dashboard-"))
    try:
        if owner:
            shutil.chown(folder, owner)
        yield folder
    finally:
        shutil.rmtree(folder)


def free_port() -> int:
    """A port that nobody listens on, at least now."""
    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _run(command: Sequence[str], user: str | None = None) -> None:
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, user=user, cwd="/"
    )
    assert done.returncode == 0, done.stdout.decode()


@contextmanager
def _running(
    command: Sequence[str], folder: Path, user: str | None = None
) -> Iterator["subprocess.Popen[bytes]"]:
    with (
        (folder / "log").open("w+") as log,
        subprocess.Popen(command, stdout=log, stderr=log, user=user, cwd="/") as process,
    ):
        try:
            yield process
        except AssertionError:
            log.seek(0)
            print(log.read())
            raise
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()


def _wait(connect: Callable[[], object]) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + _LONGEST_START
    while time.monotonic() < deadline:
        # Each driver has errors of its own.
        with suppress(Exception):
            connect()
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")
