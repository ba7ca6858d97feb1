"""GET /api/sources/<index>/migrated: a file as one that today's Optuna opens."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.resource import Resource, bad_request
from optuna_dashboard.migrate.migrate import migrate
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.base import StorageError

_WARNINGS = "Migration-Warnings"

# A proxy in front of a server takes some 4,000 bytes of headers, all of them together.
_LONGEST = 2000


class MigratedResource(Resource):
    path = "/api/sources/{source:id}/migrated"
    answer = "application/vnd.sqlite3"
    summary = (
        "An open file, whichever release of Optuna wrote it, as a SQLite file that Optuna 5 "
        "opens; its multi-objective studies of Optuna 1.4 to 2.10 become native ones. What was "
        f"left out is told in the header {_WARNINGS}, a JSON list of sentences"
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source = self.find_source(params["source"])
        label, path = source.storage.label, source.storage.path
        if path is None:
            raise bad_request(f"{label} is not a file; only files are migrated")
        try:
            resp.data, warnings = _migrated(path, label)
        except (MigrateError, StorageError) as error:
            # Also what can be shown, apart from what is damaged, cannot be migrated then.
            raise bad_request(str(error)) from error
        resp.content_type = self.answer
        attach(resp, Path(label).stem, "-migrated.db")
        if warnings:
            resp.set_header(_WARNINGS, _header(warnings))


def _migrated(path: Path, label: str) -> tuple[bytes, list[str]]:
    """The new file, and sentences on what is not in it."""
    with TemporaryDirectory(prefix="optuna-dashboard-") as folder:
        target = Path(folder, "migrated.db")
        warnings = migrate(path, label, target).warnings
        return target.read_bytes(), warnings


def _header(sentences: Sequence[str]) -> str:
    """As JSON, in ASCII; of very many sentences the first ones, and how many more there are."""
    fitting: list[str] = []
    for sentence in sentences:
        if len(json.dumps([*fitting, sentence])) > _LONGEST:
            more = len(sentences) - len(fitting)
            fitting.append(f"And {more:,} more, which `optuna-dashboard migrate` tells.")
            break
        fitting.append(sentence)
    return json.dumps(fitting)
