"""Names, directions and attributes of the studies of a database."""

from collections import defaultdict
from collections.abc import Iterator

from optuna_dashboard.storage.cells import JSONCells
from optuna_dashboard.storage.sqlite_file import Row
from optuna_dashboard.storage.sqlite_layout import Layout
from optuna_dashboard.storage.tables import Rows
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.legacy import legacy_headers
from optuna_dashboard.study.study import Clock, StudyHeader


def read_headers(
    file: Rows, layout: Layout, clock: Clock, warnings: list[str]
) -> list[StudyHeader]:
    """The header of every study, in order of id."""
    # First, as what belongs to a study is written with it: one that is made meanwhile has no half.
    studies = list(file.rows("SELECT study_id, study_name FROM studies ORDER BY study_id"))
    directions = defaultdict(list)
    for study_id, name in _optional(file, layout.directions):
        directions[study_id].append(Direction.parse(str(name)))
    user_attrs = _attrs(file, layout.study_user_attrs, warnings)
    system_attrs = _attrs(file, layout.study_system_attrs, warnings)
    return legacy_headers(
        StudyHeader(
            id=study_id,
            name=str(name),
            directions=tuple(directions[study_id]) or (Direction.NOT_SET,),
            user_attrs=user_attrs[study_id],
            system_attrs=system_attrs[study_id],
            clock=clock,
        )
        for study_id, name in studies
    )


def _attrs(file: Rows, sql: str | None, warnings: list[str]) -> dict[int, dict[str, JSON]]:
    found: dict[int, dict[str, JSON]] = defaultdict(dict)
    cells = JSONCells(warnings)
    for study_id, key, text in _optional(file, sql):
        found[study_id][key] = cells.parse(text)
    return found


def _optional(file: Rows, sql: str | None) -> Iterator[Row]:
    """Rows of a table that may be missing."""
    return file.rows(sql) if sql is not None else iter(())
