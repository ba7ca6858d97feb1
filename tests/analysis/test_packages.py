"""Packages that are not there are named before anything is imported."""

import pytest

from optuna_dashboard.analysis import packages
from optuna_dashboard.analysis.importance import assess
from optuna_dashboard.analysis.packages import MissingPackagesError, require
from tests.figures.column_reader import study_of


def test_what_is_there_is_not_missing() -> None:
    require("This", "scikit-learn", "numpy")


def test_what_is_missing_is_named() -> None:
    with pytest.raises(MissingPackagesError) as caught:
        require("This", "numpy", "no-such-package", "nor-this")
    assert caught.value.packages == ("no-such-package", "nor-this")
    assert str(caught.value) == (
        "This needs no-such-package and nor-this, which are not installed "
        "(pip install no-such-package nor-this)"
    )


def test_forests_need_scikit_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: None)
    study = study_of([])
    assert assess(study, [study.values[0]]).answers[0].values == {}
    with pytest.raises(MissingPackagesError, match="fANOVA needs scikit-learn"):
        assess(study, [study.values[0]], "fanova")
