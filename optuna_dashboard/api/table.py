"""Columns as comma-separated values."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TypeAlias

from optuna_dashboard.study.json import JSON

MEDIA_CSV = "text/csv; charset=utf-8"

_CHUNK = 1000
# What a spreadsheet runs when somebody opens a table that a stranger filled.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Column: TypeAlias = Sequence[JSON]


def cell(value: JSON) -> JSON:
    """What somebody wrote, as no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def csv_lines(names: Sequence[str], columns: Sequence[Column]) -> Iterator[bytes]:
    """The file, piece by piece. Texts of strangers have to be cells, see ``cell``."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(map(cell, names))
    for start in range(0, len(columns[0]), _CHUNK):
        writer.writerows(zip(*(column[start : start + _CHUNK] for column in columns)))
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    # A lone surrogate is no character; it would make the whole file unreadable.
    return text.encode("utf-8", "replace")
