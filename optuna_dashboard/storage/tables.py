"""What readers need of a database: rows of queries."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from optuna_dashboard.storage.sqlite_file import Row

T = TypeVar("T")


class Rows(Protocol):
    """A database that is asked in SQL, with arguments written ``:name``."""

    def rows(self, sql: str, args: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """The rows of a query."""
        ...

    def chunks(self, sql: str, args: Mapping[str, Any] | None = None) -> Iterator[Sequence[Row]]:
        """As ``rows``, some hundred or thousand rows at a time."""
        ...

    def tell_damage(self, what: str, warnings: list[str]) -> None:
        """Tell of a table that cannot be read to its end."""
        ...


class Tables(Protocol):
    """The tables of a database."""

    @property
    def file(self) -> Rows: ...

    @property
    def warnings(self) -> list[str]: ...

    def read(self, ask: Callable[[], T]) -> T:
        """What ``ask`` finds in the tables, as far as they can be read.

        Raises:
            StorageError: if nothing can be read.
        """
        ...
