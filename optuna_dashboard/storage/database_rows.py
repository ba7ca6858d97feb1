"""Rows of queries to a database server, through SQLAlchemy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.cells import warn
from optuna_dashboard.storage.optuna_errors import reason_of
from optuna_dashboard.storage.sqlite_file import Row

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

T = TypeVar("T")

_CHUNK = 2000


class DatabaseRows:
    """The tables of a database server; see ``Rows``.

    Each query takes a connection out of the pool of the engine and gives it back, so any number
    of threads may ask. ``hide`` takes passwords out of a message.
    """

    def __init__(self, engine: "Engine", label: str, hide: Callable[[str], str]) -> None:
        self.dialect = engine.dialect.name
        # Ids of trials stand in the SQL: hardly a text comes twice.
        options: dict[str, Any] = {"compiled_cache": None}
        if self.dialect == "postgresql":
            # It streams rows within a transaction only.
            options["isolation_level"] = "READ COMMITTED"
        self._engine = engine.execution_options(**options)
        self._label = label
        self._hide = hide

    def rows(self, sql: str, args: Mapping[str, Any] | None = None) -> Iterator[Row]:
        from sqlalchemy import text

        with self._connection() as connection:
            found: Sequence[Any] = connection.execute(text(sql), args or {}).all()
        return iter(found)

    def chunks(self, sql: str, args: Mapping[str, Any] | None = None) -> Iterator[Sequence[Row]]:
        from sqlalchemy import text

        with self._connection() as connection:
            # So that the driver does not gather all rows first.
            query = text(sql).execution_options(yield_per=_CHUNK)
            result: Any = connection.execute(query, args or {})
            yield from result.partitions(_CHUNK)

    def indexes(self, table: str) -> set[str]:
        """Names of the indexes of a table."""
        from sqlalchemy import inspect

        with self._connection() as connection:
            return {str(index["name"]) for index in inspect(connection).get_indexes(table)}

    def tell_damage(self, what: str, warnings: list[str]) -> None:
        warn(warnings, f"{self._label} is damaged: some {what} cannot be read and are left out.")

    @contextmanager
    def _connection(self) -> "Iterator[Connection]":
        """A connection; what goes wrong with it is told without passwords.

        Raises:
            StorageError: if the server cannot be reached, or refuses.
        """
        try:
            with self._engine.connect() as connection:
                yield connection
        except Exception as error:  # each driver has errors of its own
            message = f"{self._label} cannot be read: {self._hide(reason_of(error))}"
            # The error may hold the password: no traceback is to show it.
            raise StorageError("unreachable", message) from None


@dataclass(frozen=True, slots=True)
class DatabaseTables:
    """The tables of a database server, and what is to be told of one reading; see ``Tables``."""

    file: DatabaseRows
    warnings: list[str]

    def read(self, ask: Callable[[], T]) -> T:
        return ask()
