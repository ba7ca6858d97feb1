"""Many clients follow a study of 100,000 trials that grows meanwhile.

    python -m bench.load [--minutes 10] [--only waitress gunicorn peer]

Each client asks once a second for what is new, as pages do, and each five seconds a trial is
added. The peer is given a minute. An answer that has not come by the end counts as having come
then.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

from bench.generate import study_file
from bench.live import Follower, add_trial
from bench.measurement import Measurement
from bench.peer import free_port, peer_command, serving
from bench.trials import Recipe

_CLIENTS = 50
_TRIALS = 100_000
_POLL_SECONDS = 1.0
_TRIAL_SECONDS = 5.0
_PEER_MINUTES = 1.0
_KINDS = ("waitress", "gunicorn", "peer")


def command_of(kind: str) -> Callable[[Path, int], list[str]]:
    if kind == "peer":
        return peer_command
    return lambda file, port: [
        *(sys.executable, "-m", "optuna_dashboard", f"sqlite:///{file}"),
        *("--port", str(port), "--server", kind, "--quiet"),
    ]


class Client(threading.Thread):
    """Asks again and again until the end, and notes how long each answer took.

    ``unanswered`` is for how long it waited for one that did not come, None if there is none.
    """

    def __init__(self, port: int, path: str, end: float) -> None:
        super().__init__(daemon=True)
        self.seconds: list[float] = []
        self.unanswered: float | None = None
        self._follower = Follower(port, path)
        self._end = end

    def run(self) -> None:
        while (start := time.monotonic()) < self._end:
            try:
                self.seconds.append(self._follower.ask())
            except (OSError, HTTPException):  # at the end the server is stopped
                self.unanswered = time.monotonic() - start
                return
            time.sleep(max(0.0, start + _POLL_SECONDS - time.monotonic()))


def memory(pid: int) -> float:
    """Resident size of a process and all that it started, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    status = Path(f"/proc/{pid}/status").read_text()
    own = int(status.split("VmRSS:")[1].split()[0]) / 1000
    return own + sum(memory(int(child)) for child in children)


def measure(kind: str, minutes: float) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(study_file(Recipe(_TRIALS)), folder))
        port = free_port()
        with serving(command_of(kind)(file, port), port) as server:
            start = time.monotonic()
            end = start + 60 * minutes
            path = f"/api/studies/1?after={_TRIALS}"
            clients = [Client(port, path, end) for _ in range(_CLIENTS)]
            for client in clients:
                client.start()
            sizes = []
            number = _TRIALS
            while time.monotonic() < end:
                time.sleep(_TRIAL_SECONDS)
                add_trial(file, number)
                number += 1
                sizes.append(memory(server.pid))
    for client in clients:
        client.join()
    answered = [second for client in clients for second in client.seconds]
    waited = [client.unanswered for client in clients if client.unanswered is not None]
    cuts = statistics.quantiles([*answered, *waited], n=100)
    rate = len(answered) / (60 * minutes)
    what = f"{_CLIENTS} clients"
    return [
        Measurement(kind, f"{what}, median answer", _TRIALS, [cuts[49]]),
        Measurement(kind, f"{what}, slowest hundredth", _TRIALS, [cuts[98]]),
        Measurement(kind, f"{what}, answers a second", _TRIALS, [rate], "1/s"),
        Measurement(kind, f"{what}, memory at first", _TRIALS, [sizes[0]], "MB"),
        Measurement(kind, f"{what}, memory half-way", _TRIALS, [sizes[len(sizes) // 2]], "MB"),
        Measurement(kind, f"{what}, memory at the end", _TRIALS, [sizes[-1]], "MB"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", nargs="+", choices=_KINDS, default=_KINDS)
    arguments = parser.parse_args()
    for kind in arguments.only:
        minutes = _PEER_MINUTES if kind == "peer" else arguments.minutes
        for measurement in measure(kind, minutes):
            measurement.print()


if __name__ == "__main__":
    main()
