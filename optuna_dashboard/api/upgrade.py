"""POST /api/sources/<index>/upgrade: the schema of a file is brought up to date in its place."""

from typing import Any

import falcon

from optuna_dashboard.api.catalog import Source
from optuna_dashboard.api.resource import Endpoint, Write, bad_request, send_created
from optuna_dashboard.api.schema import SchemaUpgrade, UpgradedSource
from optuna_dashboard.migrate.backup import free_place
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.migrate.upgrade import upgrade
from optuna_dashboard.storage.sqlite import SqliteStorage
from optuna_dashboard.storage.sqlite_layout import NEWEST_REVISION

# "v3.2.0.a" is how Optuna calls what 3.2 brought.
_OLDEST_OPTUNA = ".".join(NEWEST_REVISION.removeprefix("v").split(".")[:2])


class UpgradeResource(Endpoint):
    path = "/api/sources/{source:id}/upgrade"
    writes = (
        Write(
            "POST",
            "UpgradeSource",
            "Have Optuna upgrade the schema of an open SQLite file, and keep a copy of it as it "
            "was beside it; 400 where that cannot be done, 503 if another program is writing to "
            "it, and then it is left as it was",
            None,
            UpgradedSource,
        ),
    )

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        storage = self.find_source(params["source"]).storage
        if not isinstance(storage, SqliteStorage) or not storage.can_be_upgraded:
            raise bad_request(f"{storage.label} cannot be upgraded here, or needs no upgrade.")
        try:
            backup = upgrade(storage.path, storage.label)
        except MigrateError as error:
            raise bad_request(str(error)) from error
        answer: UpgradedSource = {"backup": str(backup)}
        send_created(resp, answer)


def upgrade_of(source: Source) -> SchemaUpgrade | None:
    """What an upgrade would do, if there can be one; the source must have been listed."""
    storage = source.storage
    if not isinstance(storage, SqliteStorage) or not storage.can_be_upgraded:
        return None
    return {"backup": free_place(storage.path).name, "oldest_optuna": _OLDEST_OPTUNA}
