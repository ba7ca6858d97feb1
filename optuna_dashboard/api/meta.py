"""GET /api/meta: what this dashboard can do, and what it has open."""

from typing import Any

import falcon

from optuna_dashboard.api.catalog import Contents, Source
from optuna_dashboard.api.etag import tag_by_content
from optuna_dashboard.api.resource import Resource, send
from optuna_dashboard.api.schema import Meta, SourceInfo
from optuna_dashboard.api.upgrade import upgrade_of
from optuna_dashboard.figures.subjects import MOST_STUDIES
from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.version import VERSION


class MetaResource(Resource):
    path = "/api/meta"
    answer = Meta
    summary = "What this dashboard can do, and which files are open"

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        found = [(source, source.contents()) for source in self.catalog.sources()]
        sources = [self._source_info(source, contents) for source, contents in found]
        answer: Meta = {
            "artifact_is_available": self.catalog.artifacts is not None,
            "llm_is_available": False,
            "plotlypy_is_available": False,
            "allow_unsafe": False,
            "is_read_only": self.catalog.is_read_only,
            "has_login": self.catalog.has_login,
            "version": VERSION,
            "most_compared": MOST_STUDIES,
            "sources": sources,
        }
        send(resp, answer)
        may_change = any(one["upgrade"] or one["why_read_only"] for one in sources)
        if may_change or not all(contents.is_whole for _, contents in found):
            # With folders, rights and dates, of which no revision tells.
            tag_by_content(req, resp.data or b"")

    def _source_info(self, source: Source, contents: Contents) -> SourceInfo:
        may_upgrade = not self.catalog.is_read_only and bool(contents.summaries)
        return {
            "index": source.index,
            "label": source.storage.label,
            "kind": source.storage.kind,
            "warnings": contents.warnings,
            "n_studies": len(contents.summaries),
            "why_read_only": _why_read_only(source),
            "needs_migration": _needs_migration(source, contents),
            "upgrade": upgrade_of(source) if may_upgrade else None,
        }


def _why_read_only(source: Source) -> str | None:
    try:
        return source.storage.why_read_only()
    except StorageError as error:
        return error.message


def _needs_migration(source: Source, contents: Contents) -> bool:
    headers = (summary.header for summary in contents.summaries)
    is_legacy = any(header.is_legacy_multi_objective for header in headers)
    is_file = source.storage.path is not None
    # What could not be listed is not asked again.
    return is_file and (is_legacy or bool(contents.summaries and source.storage.has_old_schema))
