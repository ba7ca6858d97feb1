"""One measured thing, and the pipe by which measuring processes hand it over."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measurement:
    """What one action cost on a study of ``trials`` trials (0 where no study is involved).

    ``subject`` is who did it: "native", "server", "peer", "browser" or "vscode". ``numbers`` are
    seconds unless ``unit`` says otherwise.
    """

    subject: str
    action: str
    trials: int
    numbers: list[float]
    unit: str = "s"
    size: int | None = None  # bytes of the answer

    @property
    def median(self) -> float:
        return statistics.median(self.numbers)

    @property
    def best(self) -> float:
        return min(self.numbers)

    def print(self) -> None:
        print(json.dumps(asdict(self)), flush=True)


def collect(command: Sequence[str]) -> tuple[list[Measurement], bool]:
    """Run a command that prints measurements; all of its lines go to stderr.

    Returns what it had measured and whether it came to its end.
    """
    found = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if line.startswith('{"subject"'):
                found.append(Measurement(**json.loads(line)))
            sys.stderr.write(line)
    return found, process.returncode == 0
