"""Asks every route about every study of a file.

Without pytest and Falcon's test client, because it also runs inside Pyodide.
"""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from optuna_dashboard.api.app import create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.open import open_storage

Answer = tuple[str, int, bytes]  # address, status, body

TABLES = ("", "?sort=-value:0", "?sort=duration&state=Complete", "?number=0&limit=3")
# The deepest there can be: a stack of Python in a browser is smaller.
DEEP_FILTER = f"?filter={'(' * 50}best{')' * 50}"
FILTER = "?filter=not best and duration >= 0 or state in [FAIL, Running]"

ENDS_OF_FILES = ("/csv", "/report", "/migrated")

TOGETHER = 5  # studies that are compared


def readable_files(fixtures: Path) -> Iterator[Path]:
    """Every file that opens."""
    for path in sorted(fixtures.rglob("*")):
        if path.suffix in (".db", ".log", ".sqlite3"):
            try:
                open_storage(str(path)).close()
            except StorageError:
                continue
            yield path


def every_answer(path: Path) -> Iterator[Answer]:
    """All that the API says of a file."""
    catalog = Catalog()
    catalog.add(open_storage(str(path)))
    app = create_app(catalog)
    yield from (ask(app, address) for address in ("/api/meta", "/api/openapi.json"))
    yield from _migrated(app)
    studies = ask(app, "/api/studies")
    yield studies
    summaries = json.loads(studies[2])["study_summaries"]
    for summary in summaries:
        yield from _of_study(app, summary["study_id"], summary["n_trials"])
    yield from _of_several(app, summaries)
    catalog.remove(0)


def is_json(address: str) -> bool:
    """Whether the body of the answer is JSON."""
    return not address.startswith("/csv/") and not address.endswith(ENDS_OF_FILES)


def _migrated(app: Any) -> Iterator[Answer]:
    """The file for today's Optuna; nothing where the answer is why there can be none."""
    answer = ask(app, "/api/sources/0/migrated")
    if answer[1] == 400:
        assert json.loads(answer[2])["reason"]
    else:
        yield answer


def _of_study(app: Any, study_id: int, n_trials: int) -> Iterator[Answer]:
    study = f"/api/studies/{study_id}"
    for rest in ("", "?after=2", "/summary", "/params", "/param_importances"):
        yield ask(app, study + rest)
    yield ask(app, f"{study}/trial-numbers")
    yield ask(app, f"{study}/trial-artifacts")
    yield ask(app, f"/csv/{study_id}")
    yield ask(app, f"/csv/{study_id}?columns=all")
    yield ask(app, f"{study}/export")
    yield ask(app, f"{study}/report")
    figures = ask(app, f"{study}/figures")
    yield figures
    for figure in json.loads(figures[2])["figures"]:
        yield ask(app, f"{study}/figures/{figure['name']}")
        if figure["has_table"]:
            yield ask(app, f"{study}/figures/{figure['name']}/csv")
    yield ask(app, f"{study}/plot/timeline")
    for address in (
        "filter-names",
        "selection",
        f"selection{FILTER}",
        f"selection{DEEP_FILTER}",
        f"trials{FILTER}",
    ):
        yield ask(app, f"{study}/{address}")
    yield ask(app, f"/csv/{study_id}{FILTER}")
    for query in TABLES if n_trials else TABLES[:-1]:
        page = ask(app, f"{study}/trials{query}")
        yield page
        for trial in json.loads(page[2])["trials"] if not query else ():
            yield ask(app, f"{study}/trials/{trial['number']}")


def _of_several(app: Any, summaries: list[dict[str, Any]]) -> Iterator[Answer]:
    """Every study compared with others of its directions, a few at a time."""
    comparable: dict[str, list[str]] = {}
    for summary in summaries:
        if not summary["is_preferential"]:
            ids = comparable.setdefault(str(summary["directions"]), [])
            ids.append(str(summary["study_id"]))
    for ids in comparable.values():
        for start in range(0, len(ids), TOGETHER):
            query = f"?ids={','.join(ids[start : start + TOGETHER])}"
            yield ask(app, f"/api/compare{query}")
            yield ask(app, f"/api/compare/params{query}")


def ask(app: Any, address: str) -> Answer:
    """GET through plain WSGI."""
    path, _, query = address.partition("?")
    statuses: list[int] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": quote(query, safe="=&:-"),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    chunks = app(environ, lambda status, headers, error=None: statuses.append(int(status[:3])))
    return address, statuses[0] if statuses else 0, b"".join(chunks)
