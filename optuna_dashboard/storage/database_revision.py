"""What tells cheaply that a database has changed."""

import threading
from collections.abc import Iterable
from hashlib import sha256

from optuna_dashboard.storage.database_snapshot import DatabaseSnapshot
from optuna_dashboard.storage.sqlite_file import Row
from optuna_dashboard.storage.tables import Rows

# The last trial of each study, which is the last one to appear: Optuna locks the study until a
# new one is there. Trials are not counted, which takes a look at each. Who begins anew with the
# same ids does so at another time.
_LAST_TRIALS = (
    "SELECT l.study_id, l.trial_id, t.number, t.datetime_start FROM "
    "(SELECT study_id, MAX(trial_id) AS trial_id FROM trials GROUP BY study_id) l "
    "JOIN trials t ON t.trial_id = l.trial_id"
)
_IS_OPEN = "t.state NOT IN ('COMPLETE', 'PRUNED', 'FAIL')"
_OPEN_TRIALS = f"SELECT t.trial_id FROM trials t WHERE {_IS_OPEN}"

_OF_STUDIES = {
    "studies": ("study_id", "study_name"),
    "study_user_attributes": ("study_id", "key", "value_json"),
    "study_system_attributes": ("study_id", "key", "value_json"),
}
_OF_TRIALS = {
    "trials": ("trial_id", "state", "datetime_start"),
    "trial_params": ("trial_id", "param_name", "param_value"),
    "trial_values": ("trial_id", "objective", "value", "value_type"),
    "trial_intermediate_values": (
        "trial_id",
        "step",
        "intermediate_value",
        "intermediate_value_type",
    ),
    "trial_user_attributes": ("trial_id", "key", "value_json"),
    "trial_system_attributes": ("trial_id", "key", "value_json"),
}

_HASHES = {"postgresql": "hashtext({})"}
_MYSQL_HASH = "CRC32({})"


class DatabaseRevision:
    """Looks for changes of a database of this kind, as SQLAlchemy names it.

    Optuna adds trials, changes those that are not finished, and deletes whole studies; of all
    others it is known that they are as they were.
    """

    def __init__(self, database: Rows, dialect: str) -> None:
        self._database = database
        self._hash = _HASHES.get(dialect, _MYSQL_HASH)
        self._snapshots = DatabaseSnapshot(database, dialect)
        self._snapshot: str | None = None
        self._token = ""
        self._lock = threading.Lock()
        self._last_trials: list[Row] | None = None
        # Trials that were not finished when the last one was added, thus all that may be now.
        self._open: list[int] = []

    def token(self) -> str:
        """A text that is another one whenever the data are, whichever process made it."""
        with self._lock:
            snapshot = self._snapshots.take()
            if snapshot is None or snapshot != self._snapshot:
                self._token = self._look()
                # It is older than what was looked at, thus nothing is missed.
                self._snapshot = snapshot
            return self._token

    def _look(self) -> str:
        last_trials = sorted(map(tuple, self._database.rows(_LAST_TRIALS)))
        if last_trials != self._last_trials:
            self._open = [trial_id for (trial_id,) in self._database.rows(_OPEN_TRIALS)]
            self._last_trials = last_trials
        # Who comes to it later does not ask for what is not there.
        sums = sorted(tuple(row) for row in self._database.rows(self._sums()) if row[1])
        return sha256(repr((last_trials, sums)).encode()).hexdigest()[:32]

    def _sums(self) -> str:
        """SQL for the number of rows that may change, and the sum of their hashes, by table."""
        parts = [self._sum(table, f"{table} x", of) for table, of in _OF_STUDIES.items()]
        if self._open:
            ids = ", ".join(map(str, self._open))
            parts += [
                self._sum(
                    table,
                    f"trials t JOIN {table} x ON x.trial_id = t.trial_id "
                    f"WHERE t.trial_id IN ({ids}) AND {_IS_OPEN}",
                    of,
                )
                for table, of in _OF_TRIALS.items()
            ]
        return " UNION ALL ".join(parts)

    def _sum(self, table: str, rows: str, columns: Iterable[str]) -> str:
        text = f"CONCAT_WS(',', {', '.join(f'x.{column}' for column in columns)})"
        return f"SELECT '{table}', COUNT(*), SUM({self._hash.format(text)}) FROM {rows}"
