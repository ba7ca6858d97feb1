"""Time two requests to Optuna Dashboard 0.21.0 and to our server, over HTTP alike.

    python -m bench.peer 1000 10000 100000

The peer lives in a virtual environment of its own in the user's cache.
"""

import argparse
import contextlib
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

from bench.generate import CACHE, study_file
from bench.measurement import Measurement
from bench.trials import Recipe

PEER = "optuna-dashboard==0.21.0"
_FIGURES = "plotly==7.1.0"  # what programs save figures with
TIMEOUT = 900.0  # the peer needs minutes for 100,000 trials on a busy machine
REQUESTS = {"list": "/api/studies", "full detail": "/api/studies/1"}


def peer_python() -> Path:
    """The interpreter of the peer's environment, made when it is not there."""
    home = CACHE / "peer-venv"
    python = home / "bin/python"
    is_ready = home / f"{PEER} {_FIGURES}"
    if not is_ready.exists():
        venv.create(home, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, PEER, _FIGURES], check=True, stdout=sys.stderr)
        is_ready.touch()
    return python


def peer_command(file: Path, port: int) -> list[str]:
    # Apart from PYTHONPATH, where our package of the same name may be.
    python = peer_python()
    program = [str(python), "-I", str(python.with_name("optuna-dashboard"))]
    return [*program, f"sqlite:///{file}", "--port", str(port), "--quiet"]


def own_command(file: Path, port: int) -> list[str]:
    # The same HTTP server as the peer's.
    options = ["--port", str(port), "--server", "wsgiref"]
    return [sys.executable, "-m", "optuna_dashboard", f"sqlite:///{file}", *options]


@contextlib.contextmanager
def serving(command: list[str], port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A server process that accepts connections."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {process.args!r}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, path: str) -> tuple[float, int]:
    """Seconds until the last byte of the answer, and its size."""
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    start = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    elapsed = time.perf_counter() - start
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status} {body[:200]!r}")
    return elapsed, len(body)


def peak_memory(process: "subprocess.Popen[bytes]") -> float:
    """Largest resident size so far, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


def measure(
    subject: str, command: Callable[[Path, int], list[str]], trials: int, repeats: int
) -> list[Measurement]:
    """The cost of the first request of each kind to a fresh server."""
    file = study_file(Recipe(trials))
    seconds: dict[str, list[float]] = {action: [] for action in REQUESTS}
    sizes: dict[str, int] = {}
    memory = []
    for _ in range(repeats):
        port = free_port()
        with serving(command(file, port), port) as process:
            for action, path in REQUESTS.items():
                elapsed, sizes[action] = ask(port, path)
                seconds[action].append(elapsed)
            memory.append(peak_memory(process))
    found = [Measurement(subject, a, trials, seconds[a], size=sizes[a]) for a in REQUESTS]
    return [*found, Measurement(subject, "peak memory", trials, memory, unit="MB")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trials", type=int, nargs="+")
    parser.add_argument("--only", choices=["peer", "server"])
    arguments = parser.parse_args()
    for trials in arguments.trials:
        if arguments.only != "server":
            # One round where the peer needs over a minute.
            for measurement in measure("peer", peer_command, trials, 3 if trials < 50_000 else 1):
                measurement.print()
        if arguments.only != "peer":
            for measurement in measure("server", own_command, trials, 3):
                measurement.print()


if __name__ == "__main__":
    main()
