"""GET /api/sources/<index>/migrated: a file as one that today's Optuna opens."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import falcon

from optuna_dashboard.api.attachment import attach
from optuna_dashboard.api.resource import Resource, bad_request
from optuna_dashboard.migrate.migrate import migrate
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.base import StorageError


class MigratedResource(Resource):
    path = "/api/sources/{source:id}/migrated"
    answer = "application/vnd.sqlite3"
    summary = (
        "An open file, whichever release of Optuna wrote it, as a SQLite file that Optuna 5 "
        "opens; its multi-objective studies of Optuna 1.4 to 2.10 become native ones"
    )

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        source = self.find_source(params["source"])
        label, path = source.storage.label, source.storage.path
        if path is None:
            raise bad_request(f"{label} is not a file; only files are migrated")
        try:
            resp.data = _migrated(path, label)
        except (MigrateError, StorageError) as error:
            # Also what can be shown, apart from what is damaged, cannot be migrated then.
            raise bad_request(str(error)) from error
        resp.content_type = self.answer
        attach(resp, Path(label).stem, "-migrated.db")


def _migrated(path: Path, label: str) -> bytes:
    with TemporaryDirectory(prefix="optuna-dashboard-") as folder:
        target = Path(folder, "migrated.db")
        migrate(path, label, target)
        return target.read_bytes()
