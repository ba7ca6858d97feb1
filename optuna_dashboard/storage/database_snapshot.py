"""What tells of a PostgreSQL server, in one look, that nothing was written since the last one."""

import re

from optuna_dashboard.storage.tables import Rows

# What others answer who speak like PostgreSQL names their product, or ends differently.
_POSTGRESQL = re.compile(
    r"PostgreSQL \d+(\.\d+|devel|beta\d+|rc\d+)( \((?!.*(Database|DB))[^()]*\))?"
    r"( on [\w.-]+)?, compiled by .+, \d\d-bit"
)
# It keeps rows on other servers, whose transactions are not seen here.
_CITUS = "SELECT COUNT(*) FROM pg_extension WHERE extname = 'citus'"
# Of a copy that follows another server it does not tell all.
_SNAPSHOT = (
    "SELECT CASE WHEN NOT pg_is_in_recovery() THEN CAST(txid_current_snapshot() AS TEXT) END"
)


class DatabaseSnapshot:
    """Which transactions a database sees; the same ones see the same data.

    That is so of PostgreSQL itself; of what else speaks like it, nothing is known.
    """

    def __init__(self, database: Rows, dialect: str) -> None:
        self._database = database
        self._is_known: bool | None = None if dialect == "postgresql" else False

    def take(self) -> str | None:
        """A text that stays the same as long as the data do; None where none is known."""
        if self._is_known is None:
            self._is_known = self._is_postgresql()
        if not self._is_known:
            return None
        [(snapshot,)] = self._database.rows(_SNAPSHOT)
        return snapshot if snapshot is None else str(snapshot)

    def _is_postgresql(self) -> bool:
        [(version,)] = self._database.rows("SELECT version()")
        if not _POSTGRESQL.fullmatch(str(version)):
            return False
        [(n_citus,)] = self._database.rows(_CITUS)
        return not n_citus
