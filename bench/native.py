"""Time what the pages ask for, in CPython, through the WSGI application and nothing else.

    python -m bench.native 1000 10000 100000 1000000

Every action has a process of its own, and every round a storage of its own, so that an answer
profits only from itself: figures are asked for twice, and are called "again" then.
"""

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bench.generate import study_file
from bench.measurement import Measurement
from bench.trials import Recipe
from optuna_dashboard.api.catalog import SPAN, Catalog

if TYPE_CHECKING:
    import falcon

ROUNDS_UP_TO = {10_000: 7, 100_000: 5, 10**9: 3}


@dataclass(frozen=True)
class Action:
    """Something a page does first with a file it has just opened."""

    path: str
    largest: int = 10**9  # number of trials up to which it makes sense
    objectives: int = 1
    intermediate: int = 0  # reported steps of a trial
    preferential: bool = False
    asked_before: str | None = None  # a request that the same page has made already
    beside: bool = False  # another study, of a file of its own, is drawn with it

    def files(self, trials: int) -> list[Path]:
        """The files that are open."""
        recipe = Recipe(
            trials,
            objectives=self.objectives,
            intermediate=self.intermediate,
            preferential=self.preferential,
        )
        recipes = [recipe, replace(recipe, seed=recipe.seed + 1)] if self.beside else [recipe]
        return [study_file(one) for one in recipes]


STUDY = "/api/studies/1"
FIGURES = f"{STUDY}/figures"
OTHER_STUDY = SPAN + 1
ACTIONS = {
    "list": Action("/api/studies"),
    "summary": Action(f"{STUDY}/summary"),
    "table page": Action(f"{STUDY}/trials?offset=0&limit=100"),
    "table page, sorted by value": Action(f"{STUDY}/trials?limit=100&sort=-value:0"),
    "table page, sorted by parameter": Action(
        f"{STUDY}/trials?limit=100&sort=param:learning_rate"
    ),
    "table page, scrolled to": Action(
        f"{STUDY}/trials?offset=500&limit=100",
        asked_before=f"{STUDY}/trials?offset=0&limit=100",
    ),
    "selection by value and parameter": Action(
        f"{STUDY}/selection?filter=value%20%3C%200.5%20and%20params.learning_rate%20%3E%201e-3"
    ),
    "trial": Action(f"{STUDY}/trials/500"),
    "full detail": Action(STUDY, largest=100_000),
    "CSV": Action("/csv/1", largest=100_000),
    "history figure": Action(f"{FIGURES}/history"),
    "Pareto figure": Action(f"{FIGURES}/pareto-front", objectives=2),
    "Pareto figure, 3 objectives": Action(f"{FIGURES}/pareto-front", objectives=3),
    "hypervolume figure": Action(f"{FIGURES}/hypervolume", objectives=2),
    "hypervolume figure, 3 objectives": Action(f"{FIGURES}/hypervolume", objectives=3),
    "importance figure": Action(f"{FIGURES}/importance"),
    "importance figure, fANOVA": Action(f"{FIGURES}/importance?evaluator=fanova"),
    "intermediate values figure": Action(
        f"{FIGURES}/intermediate-values", intermediate=20, largest=100_000
    ),
    "slice figure": Action(f"{FIGURES}/slice"),
    "contour figure": Action(f"{FIGURES}/contour"),
    "rank figure": Action(f"{FIGURES}/rank"),
    "parallel coordinates figure": Action(f"{FIGURES}/parallel-coordinates"),
    "scatter-plot matrix figure": Action(f"{FIGURES}/scatter-matrix"),
    "EDF figure": Action(f"{FIGURES}/edf"),
    "timeline figure": Action(f"{FIGURES}/timeline"),
    "terminator figure": Action(f"{FIGURES}/terminator"),
    "preference graph figure": Action(
        f"{FIGURES}/preference-graph", preferential=True, largest=100_000
    ),
    "preference history figure": Action(
        f"{FIGURES}/preference-history", preferential=True, largest=100_000
    ),
    "preferred parameters figure": Action(
        f"{FIGURES}/preferred-parameters", preferential=True, largest=100_000
    ),
    "history of two studies": Action(f"{FIGURES}/history?study={OTHER_STUDY}", beside=True),
    "EDF of two studies": Action(f"{FIGURES}/edf?study={OTHER_STUDY}", beside=True),
    "best values of two studies": Action(f"{FIGURES}/best-value?study={OTHER_STUDY}", beside=True),
    "parameters of two studies": Action(f"/api/compare/params?ids=1,{OTHER_STUDY}", beside=True),
}


def open_app(files: list[Path]) -> "falcon.App[Any, Any]":
    from optuna_dashboard.api.app import create_app
    from optuna_dashboard.storage.open import open_storage

    catalog = Catalog()
    for file in files:
        catalog.add(open_storage(str(file)))
    return create_app(catalog)


def get(app: Callable[..., Any], url: str) -> int:
    """Make a GET request; the size of its answer.

    Raises:
        RuntimeError: if the answer is not 200.
    """
    parts = urlsplit(url)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    answer: list[str] = []
    chunks = list(app(environ, lambda status, headers, error=None: answer.append(status)))
    if not answer[0].startswith("200"):
        raise RuntimeError(f"{url}: {answer[0]} {b''.join(chunks)[:200].decode()}")
    return sum(map(len, chunks))


def measure(name: str, trials: int) -> list[Measurement]:
    """Time one action in this process; a figure also once its columns have been read."""
    action = ACTIONS[name]
    files = action.files(trials)
    rounds = next(n for limit, n in ROUNDS_UP_TO.items() if trials <= limit)
    # The first answer of a process also pays for imports; a page has paid that at its start.
    get(open_app(action.files(20)), warm_up(action.path))
    seconds: list[float] = []
    again: list[float] = []
    asked = (seconds, again) if action.path.startswith(FIGURES) else (seconds,)
    size = 0
    for _ in range(rounds):
        app = open_app(files)
        if action.asked_before:
            get(app, action.asked_before)
        for times in asked:
            start = time.perf_counter()
            size = get(app, action.path)
            times.append(time.perf_counter() - start)
    measured = [Measurement("native", name, trials, seconds, size=size)]
    if again:
        measured.append(Measurement("native", f"{name}, again", trials, again))
    return measured


def warm_up(path: str) -> str:
    return path.replace("/trials/500", "/trials/5")


def profile(name: str, trials: int) -> None:
    """Print where the time of one action goes."""
    import cProfile
    import pstats

    action = ACTIONS[name]
    app = open_app(action.files(trials))
    profiler = cProfile.Profile()
    profiler.runcall(get, app, action.path)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trials", type=int, nargs="+")
    parser.add_argument("--action", choices=list(ACTIONS), help="only this one, in this process")
    parser.add_argument("--profile", action="store_true", help="with --action: profile it")
    arguments = parser.parse_args()
    for trials in arguments.trials:
        if arguments.action and arguments.profile:
            profile(arguments.action, trials)
        elif arguments.action:
            for measurement in measure(arguments.action, trials):
                measurement.print()
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            Measurement("native", f"{arguments.action}: memory", trials, [memory], "MB").print()
        else:
            measure_all(trials)


def measure_all(trials: int) -> None:
    for name, action in ACTIONS.items():
        if trials > action.largest:
            continue
        command = [sys.executable, "-m", "bench.native", str(trials), "--action", name]
        if subprocess.run(command, check=False).returncode:
            print(f"{name}, {trials} trials: failed", file=sys.stderr)


if __name__ == "__main__":
    main()
