"""Time how soon a server answers after it was started, and what it costs to follow a study.

    python -m bench.live 1000 10000 100000

The peer lives in a virtual environment of its own; see ``bench.peer``.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection

from bench.generate import SPACE_JSON, study_file
from bench.measurement import Measurement
from bench.peer import TIMEOUT, ask, free_port, own_command, peer_command, serving
from bench.trials import Recipe

LIST = "/api/studies"
_STARTS = 5
_POLLS = 20
# The peer keeps what it has read of a large study for so many seconds.
_PEER_CACHE = 10.5

Command = Callable[[Path, int], list[str]]


def start_to_list(command: Command, file: Path) -> float:
    """Seconds from the start of the process to the end of the first answer."""
    port = free_port()
    # As an installed package, which has its bytecode.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        command(file, port), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while process.poll() is None:
                with suppress(OSError), create_connection(("127.0.0.1", port)):
                    ask(port, LIST)
                    return time.perf_counter() - start
                time.sleep(0.005)
            raise RuntimeError(f"the server did not start: {process.args!r}")
        finally:
            process.terminate()


class Follower:
    """A client that asks again and again for what is new in a study, as pages do."""

    def __init__(self, port: int, path: str) -> None:
        self._port = port
        self._path = path
        self._etag = ""

    def ask(self) -> float:
        """Seconds until the end of the answer."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
        start = time.perf_counter()
        connection.request("GET", self._path, headers={"If-None-Match": self._etag})
        response = connection.getresponse()
        response.read()
        elapsed = time.perf_counter() - start
        self._etag = response.headers.get("ETag", self._etag)
        connection.close()
        if response.status not in (200, 304):
            raise RuntimeError(f"{self._path}: {response.status}")
        return elapsed


def add_trial(file: Path, number: int) -> None:
    """Add a complete trial to the study, as another process that optimizes does."""
    now = "2026-01-01 00:00:00.000000"
    with closing(sqlite3.connect(file, timeout=TIMEOUT)) as db, db:
        [(last,)] = db.execute("SELECT MAX(trial_id) FROM trials")
        db.execute(
            "INSERT INTO trials (trial_id, number, study_id, state, datetime_start, "
            "datetime_complete) VALUES (?, ?, 1, 'COMPLETE', ?, ?)",
            (last + 1, number, now, now),
        )
        db.execute(
            "INSERT INTO trial_values (trial_id, objective, value, value_type) "
            "VALUES (?, 0, 1.5, 'FINITE')",
            (last + 1,),
        )
        db.executemany(
            "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) "
            "VALUES (?, ?, 1.0, ?)",
            [(last + 1, name, text) for name, text in SPACE_JSON.items()],
        )


def follow(subject: str, command: Command, trials: int, pause: float) -> list[Measurement]:
    """What a poll costs without news, and after one more trial."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(study_file(Recipe(trials)), folder))
        port = free_port()
        with serving(command(file, port), port):
            follower = Follower(port, f"/api/studies/1?after={trials}")
            follower.ask()
            idle = []
            for _ in range(_POLLS if not pause else 2):
                time.sleep(pause)
                idle.append(follower.ask())
            after = []
            for number in range(trials, trials + (3 if not pause else 1)):
                add_trial(file, number)
                time.sleep(pause)
                after.append(follower.ask())
    return [
        Measurement(subject, "idle poll", trials, idle),
        Measurement(subject, "poll after one more trial", trials, after),
    ]


def measure(subject: str, command: Command, sizes: Sequence[int], pause: float) -> None:
    for trials in sizes:
        file = study_file(Recipe(trials))
        seconds = [start_to_list(command, file) for _ in range(_STARTS)]
        Measurement(subject, "start -> list", trials, seconds).print()
        for measurement in follow(subject, command, trials, pause):
            measurement.print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trials", type=int, nargs="+")
    parser.add_argument("--only", choices=["peer", "server"])
    arguments = parser.parse_args()
    if arguments.only != "peer":
        measure("server", own_command, arguments.trials, 0)
    if arguments.only != "server":
        measure("peer", peer_command, arguments.trials, _PEER_CACHE)


if __name__ == "__main__":
    main()
