"""Time what pages ask of a study in MariaDB and PostgreSQL, by our own SQL and through Optuna.

    python -m bench.databases 10000 100000

The servers are those of ``tests/servers.py`` (``make databases``). Each round opens the storage
anew; the databases have answered before.
"""

import argparse
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any

import optuna
from optuna.storages import RDBStorage
from sqlalchemy import Engine, text

from bench.generate import study_file
from bench.measurement import Measurement
from bench.native import FIGURES, get
from bench.trials import Recipe
from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from tests import servers

SERVERS = {
    # As large a buffer as MariaDB has by default.
    "MariaDB": lambda: servers.mariadb("--innodb-buffer-pool-size=128M"),
    "PostgreSQL": servers.postgresql,
}
FIRST_FIGURE = "history figure"
ACTIONS = {
    "list": "/api/studies",
    "table page": "/api/studies/1/trials?offset=0&limit=100",
    FIRST_FIGURE: f"{FIGURES}/history",
    "slice figure": f"{FIGURES}/slice",
    "full detail": "/api/studies/1",
}
_TABLES = ("studies", "study_directions", "trials", "trial_values", "trial_params")
_BATCH = 10_000
_ROUNDS = 3
_POLLS = 20


def fill(engine: Engine, recipe: Recipe) -> None:
    """Put a study into a database that has Optuna's tables and nothing in them."""
    with closing(sqlite3.connect(study_file(recipe))) as file, engine.begin() as connection:
        file.row_factory = sqlite3.Row
        for table in _TABLES:
            for batch in _batches(file.execute(f"SELECT * FROM {table} ORDER BY rowid")):
                names = batch[0].keys()
                values = ", ".join(f":{name}" for name in names)
                insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"
                connection.execute(text(insert), [dict(row) for row in batch])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # What servers do by themselves, a little later.
        is_mariadb = engine.dialect.name == "mysql"
        for table in _TABLES:
            connection.execute(text(f"ANALYZE {'TABLE ' if is_mariadb else ''}{table}")).close()


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def answer(open_: Callable[[], Storage], path: str) -> tuple[float, int]:
    """Seconds from opening a storage to the end of an answer, and its size."""
    start = time.perf_counter()
    catalog = Catalog()
    index = catalog.add(open_())
    size = get(create_app(catalog), path)
    elapsed = time.perf_counter() - start
    catalog.remove(index)
    return elapsed, size


def polls(storage: Storage) -> list[float]:
    """Seconds of each look for news where there are none."""
    storage.revision()
    found = []
    for _ in range(_POLLS):
        start = time.perf_counter()
        storage.revision()
        found.append(time.perf_counter() - start)
    storage.close()
    return found


def measure(server: str, address: str, trials: int) -> None:
    rdb = RDBStorage(address)
    fill(rdb.engine, Recipe(trials))
    ways: dict[str, Callable[[], Storage]] = {
        f"{server}, SQL": lambda: open_storage(address),
        f"{server}, Optuna": lambda: OptunaStorage(RDBStorage(address), "old", rest=0),
    }
    for way, open_ in ways.items():
        for action, path in ACTIONS.items():
            is_sql = way.endswith("SQL")
            if not is_sql and action != FIRST_FIGURE:
                continue  # Optuna reads everything for any answer
            found = [answer(open_, path) for _ in range(_ROUNDS if is_sql else 1)]
            seconds, sizes = zip(*found)
            Measurement(way, action, trials, list(seconds), size=sizes[0]).print()
        Measurement(way, "idle poll", trials, polls(open_())).print()
    rdb.engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trials", type=int, nargs="+")
    parser.add_argument("--only", choices=SERVERS)
    arguments = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    for name, start in SERVERS.items():
        for trials in arguments.trials:
            if arguments.only in (None, name):
                with start() as address:
                    measure(name, address, trials)


if __name__ == "__main__":
    main()
