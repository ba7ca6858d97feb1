"""A database with one overwritten page loses what was on that page and nothing else."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from optuna_dashboard.storage.base import Storage, StorageError
from tests.storage.columns_oracle import check_columns
from tests.storage.database import Database

Open = Callable[[Path], Storage]

N_TRIALS = 300
TABLE_INTERIOR, TABLE_LEAF = 5, 13


@dataclass(frozen=True)
class Page:
    number: int
    kind: int  # https://www.sqlite.org/fileformat.html#b_tree_pages
    n_cells: int


class Pages:
    """The pages of a database file, found from the roots of its tables and indexes."""

    def __init__(self, path: Path) -> None:
        self.content = path.read_bytes()
        self.size = int.from_bytes(self.content[16:18], "big")
        with sqlite3.connect(path) as connection:
            self.roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))
        connection.close()

    def of(self, name: str) -> list[Page]:
        return list(self._below(self.roots[name]))

    def without(self, page: Page) -> bytes:
        start = (page.number - 1) * self.size
        return self.content[:start] + b"\xff" * self.size + self.content[start + self.size :]

    def read(self, page: Page) -> bytes:
        return self.content[(page.number - 1) * self.size : page.number * self.size]

    def _below(self, number: int) -> Iterator[Page]:
        page = self.content[(number - 1) * self.size : number * self.size]
        n_cells = int.from_bytes(page[3:5], "big")
        yield Page(number, page[0], n_cells)
        if page[0] < 8:
            cells = [int.from_bytes(page[12 + 2 * i :][:2], "big") for i in range(n_cells)]
            for start in (*cells, 8):
                yield from self._below(int.from_bytes(page[start : start + 4], "big"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two studies whose trials take turns, each table on several pages."""
    path = tmp_path_factory.mktemp("damaged") / "whole.db"
    database = Database(path)
    for study_id in (1, 2):
        database.add_study(study_id, "MINIMIZE")
        ids = range(study_id, 2 * N_TRIALS + 1, 2)
        database.add_trials(study_id, zip(ids, range(N_TRIALS)))
        for trial_id in ids:
            database.add_attr("trial_user_attributes", trial_id, "note", '"good"')
    database.save()
    database.close()
    return path


def damaged_copies(whole: Path, folder: Path, name: str) -> Iterator[tuple[Page, Path]]:
    pages = Pages(whole)
    found = pages.of(name)
    assert len(found) > 2
    for page in found:
        path = folder / f"{page.number}.db"
        path.write_bytes(pages.without(page))
        yield page, path


def found_trials(storage: Storage) -> int:
    summaries = storage.summaries()
    assert [summary.header.id for summary in summaries] == [1, 2]
    found = 0
    for summary in summaries:
        study = storage.study(summary.header.id)
        check_columns(study)
        assert sum(summary.state_counts.values()) == len(study.index)
        found += len(study.index)
    return found


@pytest.mark.parametrize("whole_table_first", [False, True])
def test_page_of_trials(
    opened: Open, whole: Path, tmp_path: Path, whole_table_first: bool
) -> None:
    for page, path in damaged_copies(whole, tmp_path, "trials"):
        storage = opened(path)
        if whole_table_first:
            # A study of an address is asked for without the list.
            assert len(storage.study(1).index) <= N_TRIALS
        lost = 2 * N_TRIALS - found_trials(storage)
        assert lost == (page.n_cells if page.kind == TABLE_LEAF else 2 * N_TRIALS)
        assert f"{page.number}.db is damaged: some trials cannot" in storage.warnings[0]


@pytest.mark.parametrize("index", ["ix_trials_study_id", "sqlite_autoindex_trial_params_1"])
def test_page_of_an_index(opened: Open, whole: Path, tmp_path: Path, index: str) -> None:
    for _, path in damaged_copies(whole, tmp_path, index):
        storage = opened(path)
        assert found_trials(storage) == 2 * N_TRIALS
        # Nothing is lost.
        assert storage.warnings == []
        for study_id in (1, 2):
            columns = storage.study(study_id).params(["a"])
            assert [len(column.internal) for column in columns] == [N_TRIALS]


def test_page_of_parameters(opened: Open, whole: Path, tmp_path: Path) -> None:
    for page, path in damaged_copies(whole, tmp_path, "trial_params"):
        storage = opened(path)
        assert found_trials(storage) == 2 * N_TRIALS
        settings = sum(
            sum(kind >= 0 for kind in column.kinds)
            for study_id in (1, 2)
            for column in storage.study(study_id).all_params()
        )
        # Each trial has two.
        lost = 4 * N_TRIALS - settings
        assert lost == (page.n_cells if page.kind == TABLE_LEAF else 4 * N_TRIALS)
        assert any("some parameters cannot be read" in told for told in storage.warnings)


def test_neighbouring_pages_and_the_last(opened: Open, whole: Path, tmp_path: Path) -> None:
    pages = Pages(whole)
    leaves = [page for page in pages.of("trials") if page.kind == TABLE_LEAF]
    lost = [leaves[1], leaves[2], leaves[0]]
    content = bytearray(whole.read_bytes())
    for page in lost:
        start = (page.number - 1) * pages.size
        content[start : start + pages.size] = b"\xff" * pages.size
    path = tmp_path / "several.db"
    path.write_bytes(content)
    assert 2 * N_TRIALS - found_trials(opened(path)) == sum(page.n_cells for page in lost)


def test_page_in_a_wrong_place(opened: Open, whole: Path, tmp_path: Path) -> None:
    pages = Pages(whole)
    leaves = [page for page in pages.of("trials") if page.kind == TABLE_LEAF]
    for source, target in ((0, 2), (1, 4)):
        content = bytearray(whole.read_bytes())
        for page, filling in (
            (leaves[target], pages.read(leaves[source])),
            (leaves[target + 1], b"\xff" * pages.size),
        ):
            start = (page.number - 1) * pages.size
            content[start : start + pages.size] = filling
        path = tmp_path / f"{target}.db"
        path.write_bytes(content)
        lost = leaves[target].n_cells + leaves[target + 1].n_cells
        assert 2 * N_TRIALS - found_trials(opened(path)) == lost


def test_a_lock_is_no_damage(opened: Open, whole: Path, tmp_path: Path) -> None:
    pages = Pages(whole)
    path = tmp_path / "locked.db"
    leaf = next(page for page in pages.of("trials") if page.kind == TABLE_LEAF)
    path.write_bytes(pages.without(leaf))
    storage = opened(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="locked by another program"):
        storage.summaries()
    writer.execute("ROLLBACK")
    writer.close()
    assert found_trials(storage) == 2 * N_TRIALS - leaf.n_cells
    assert any("some trials cannot be read" in told for told in storage.warnings)


def test_without_its_studies_a_file_is_refused(opened: Open, whole: Path, tmp_path: Path) -> None:
    pages = Pages(whole)
    [page] = pages.of("studies")
    path = tmp_path / "studies.db"
    path.write_bytes(pages.without(page))
    with pytest.raises(StorageError, match=r"studies.db is damaged .*\.recover"):
        opened(path)
