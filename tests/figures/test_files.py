"""Figures of studies read from files."""

import json
from pathlib import Path

import pytest

from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.options import MultiSelect, Number, Select, Toggle, join_choices
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.registry import FIGURES
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.study import Study
from tests.figures.conftest import FIXTURES, optuna_studies
from tests.figures.from_optuna import from_optuna

PATTERNS = ("sqlite/*.db", "upgraded/*.db", "journal/[!e]*.log", "special/[uc]*.db")
FILES = sorted(str(path.relative_to(FIXTURES)) for p in PATTERNS for path in FIXTURES.glob(p))
# Optuna shows other constraints, or none, where studies are older.
AS_OPTUNA = ("sqlite/optuna-4.9.0.db", "sqlite/optuna-5.0.0.db")


def studies_of(fixture: str) -> list[Study]:
    storage = open_storage(str(FIXTURES / fixture))
    return [storage.study(summary.header.id) for summary in storage.summaries()]


@pytest.mark.parametrize("fixture", FILES)
def test_every_figure_draws_every_study(fixture: str) -> None:
    for study in studies_of(fixture):
        for figure in FIGURES:
            if not figure.suits(study):
                continue
            for option in figure.options([study]):
                if option.name == "evaluator":
                    continue  # forests take seconds a study; tests/analysis grows them
                texts = ["true", "false"] if isinstance(option, Toggle) else []
                if isinstance(option, Select):
                    texts = [choice.value for choice in option.choices]
                if isinstance(option, MultiSelect):
                    keys = [choice.value for choice in option.choices]
                    texts = [join_choices(some) for some in (keys[: option.most], keys[-2:], [])]
                if isinstance(option, Number):
                    texts = ["2"]
                for text in texts:
                    result = figure.build([study], {option.name: text})
                    json.dumps(result.to_json(), allow_nan=False)
                    assert (result.shown or 0) <= result.total


@pytest.mark.parametrize("fixture", AS_OPTUNA)
def test_figures_are_those_of_optunas_own_reading(fixture: str, tmp_path: Path) -> None:
    ours = {study.id: study for study in studies_of(fixture)}
    for optunas in optuna_studies(fixture, tmp_path):
        mine = ours[optunas._study_id]
        study = from_optuna(optunas, mine.header.clock)
        for figure, options in ((History(), {"x": "complete"}), (ParetoFront(), {})):
            if figure.suits(study):
                expected = figure.build([study], options)
                assert figure.build([mine], options).to_json() == expected.to_json()
