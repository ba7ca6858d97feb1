"""Every file of Optuna 0.8 to 5.0, migrated: Optuna 5 opens it and finds everything."""

from math import nan
from pathlib import Path
from typing import Any

import pytest

from optuna_dashboard.migrate.migrate import migrate
from optuna_dashboard.multi_objective import load_study
from optuna_dashboard.storage.open import open_storage
from tests.migrate.from_optuna import optuna_answers
from tests.multi_objective.answers import answer_of, answers_of
from tests.storage.oracle import cases, check_same, expected_studies, our_answer

FIXTURES = Path(__file__).parents[1] / "fixtures"
SPECIAL = FIXTURES / "special"
SOUND = [
    SPECIAL / name
    for name in (
        "alembic-empty.db",
        "alembic-missing.db",
        "null-number.db",
        "preferential.db",
        "preferential.log",
        "small.db",
        "utf16-page1024.db",
    )
]

Json = dict[str, Any]


@pytest.mark.parametrize(("path", "expected"), cases(FIXTURES), ids=lambda path: path.name)
def test_optuna_finds_what_the_old_one_said(path: Path, expected: Path, tmp_path: Path) -> None:
    migrate(path, path.name, tmp_path / "new.db")
    ours = optuna_answers(tmp_path / "new.db")
    theirs = expected_studies(expected)
    for name, study in theirs.items():
        del study["helper_of"]
        _as_migrated(study)
        if not study["directions"]:  # Optuna 0.8 could not be asked
            study["directions"] = ours[name]["directions"]
            for before, after in zip(study["trials"], ours[name]["trials"]):
                before["distributions"] = after["distributions"]
    check_same(path.name, theirs, ours)


@pytest.mark.parametrize(
    "path", [*(path for path, _ in cases(FIXTURES)), *SOUND], ids=lambda path: path.name
)
def test_we_read_the_new_file_as_the_old_one(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    migrate(path, path.name, tmp_path / "new.db")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["new.db"]
    old, new = _our_answers(path), _our_answers(tmp_path / "new.db")
    for name, study in old.items():
        assert not new[name].pop("is_legacy")
        if study["is_legacy"]:
            new[name]["best"] = None  # of one objective: it was asked for a front
        if not study["trials"]:
            del study["clock"], new[name]["clock"]  # which a journal tells by times
        _as_migrated(study)
    check_same(path.name, old, new)


@pytest.mark.parametrize("release", ["1.5.0", "2.3.0", "2.10.1"])
def test_the_old_api_answers_the_same(release: str, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    migrate(FIXTURES / "sqlite" / f"optuna-{release}.db", "old", new)
    answers = answers_of(release)
    assert answers
    for name, answer in answers.items():
        assert answer_of(load_study(name, f"sqlite:///{new}")) == answer


def _our_answers(path: Path) -> Json:
    storage = open_storage(str(path))
    answers = {
        summary.header.name: {
            **our_answer(summary, storage.study(summary.header.id)),
            "clock": summary.header.clock,
        }
        for summary in storage.summaries()
    }
    storage.close()
    return answers


def _as_migrated(study: Json) -> None:
    """Change what we say of an old file to what is to be said of the new one."""
    del study["is_legacy"]
    for trial in study["trials"]:
        # Optuna before 3.0 gave None back for the NaN that it had stored.
        reports = trial["intermediate_values"]
        trial["intermediate_values"] = {
            step: nan if value is None else value for step, value in reports.items()
        }
        # Constraints of Optuna 2 also stand where Optuna 3 looks for them.
        attrs = trial["system_attrs"]
        if "nsga2:constraints" in attrs:
            attrs.setdefault("constraints", attrs["nsga2:constraints"])
