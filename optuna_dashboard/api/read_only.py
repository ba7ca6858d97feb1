"""Refuses every write where the host lets nobody write."""

from typing import Any

import falcon

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.api.resource import Endpoint


class ReadOnly:
    """Falcon middleware; whether anything may be written is the catalog's word."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def process_resource(
        self, req: falcon.Request, resp: falcon.Response, resource: object, params: dict[str, Any]
    ) -> None:
        if not self._catalog.is_read_only or not isinstance(resource, Endpoint):
            return
        if any(write.method == req.method for write in resource.writes):
            raise falcon.HTTPForbidden(description="This dashboard is read-only.")
