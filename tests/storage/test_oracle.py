"""Every file reads as the release of Optuna that wrote it said."""

import json
from pathlib import Path

import pytest

from optuna_dashboard.storage.open import open_storage
from tests.storage.oracle import UPGRADED_08, WITHOUT_STUDIES, cases, check_file

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize(("path", "expected"), cases(FIXTURES), ids=lambda path: path.name)
def test_file_reads_as_expected(path: Path, expected: Path) -> None:
    check_file(path, expected)


def test_every_expectation_is_checked() -> None:
    checked = {expected for _, expected in cases(FIXTURES)}
    written = {
        path
        for folder in ("sqlite", "upgraded", "journal")
        for path in (FIXTURES / folder).glob("*.expected.json")
    }
    rest = {path.name.removesuffix(".expected.json") for path in written - checked}
    assert rest == {*WITHOUT_STUDIES, UPGRADED_08}


def test_upgraded_08_keeps_what_optuna_5_reads_of_studies() -> None:
    path = FIXTURES / "upgraded" / f"{UPGRADED_08}.db"
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))["studies"]
    summaries = open_storage(str(path)).summaries()
    assert {s.header.name for s in summaries} == set(expected)
    for summary in summaries:
        study = expected[summary.header.name]
        assert [d.name for d in summary.header.directions] == study["directions"]
        assert summary.header.user_attrs == study["user_attrs"]


@pytest.mark.parametrize(
    ("file", "clock"),
    [
        ("sqlite/optuna-0.8.0.db", "as-written"),
        ("sqlite/optuna-4.9.0.db", "as-written"),
        ("sqlite/optuna-5.0.0.db", "utc"),
        ("upgraded/optuna-2.10.1-to-5.0.0.db", "as-written"),
        ("journal/optuna-4.9.0.log", "as-written"),
        ("journal/optuna-5.0.0.log", "utc"),
    ],
)
def test_clock_is_that_of_the_writer(file: str, clock: str) -> None:
    summaries = open_storage(str(FIXTURES / file)).summaries()
    clocks = {s.header.clock for s in summaries if s.last_activity is not None}
    assert clocks == {clock}
