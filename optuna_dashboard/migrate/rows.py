"""What is migrated: the rows of a storage, whichever way they are stored."""

from collections.abc import Iterator
from typing import Any, Protocol


class MigrateError(Exception):
    """A file cannot be migrated, or upgraded; the text is a sentence for the user."""


class Rows(Protocol):
    """Everything in a storage, table by table. Ids are kept: attributes may name them."""

    release: str  # the Optuna release that tells in which clock times were written
    index: str  # name of the index of trials by study, which tells the same
    warnings: list[str]  # sentences on what is left out, complete when all was read

    def studies(self) -> Iterator[tuple[int, str]]:
        """Id and name."""
        ...

    def directions(self) -> Iterator[tuple[int, int, str]]:
        """Study, objective, name of its direction."""
        ...

    def study_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        """Study, key, JSON text; ``kind`` is ``user`` or ``system``."""
        ...

    def trials(self) -> Iterator[tuple[int, int, int, str, str | None, str | None]]:
        """Id, number, study, state, start, completion."""
        ...

    def trial_attrs(self, kind: str) -> Iterator[tuple[int, str, str]]:
        """Trial, key, JSON text; ``kind`` is ``user`` or ``system``."""
        ...

    def params(self) -> Iterator[tuple[int, str, float, str]]:
        """Trial, name, internal value, JSON text of its distribution."""
        ...

    def values(self) -> Iterator[tuple[int, int, float]]:
        """Trial, objective, value."""
        ...

    def intermediate_values(self) -> Iterator[tuple[int, int, float | None]]:
        """Trial, step, value; None is NaN."""
        ...

    def heartbeats(self) -> Iterator[tuple[int, Any]]:
        """Trial, time."""
        ...
