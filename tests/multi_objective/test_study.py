"""``create_study``, ``load_study`` and what a multi-objective study can do."""

import shutil
from math import inf, nan
from pathlib import Path
from typing import Any

import numpy as np
import optuna
import pytest
from optuna.exceptions import DuplicatedStudyError
from optuna.storages import InMemoryStorage
from optuna.study import StudyDirection
from optuna.trial import TrialState

import optuna_dashboard
from optuna_dashboard.multi_objective import create_study, load_study, samplers
from optuna_dashboard.multi_objective.study import MultiObjectiveStudy
from optuna_dashboard.multi_objective.trial import FrozenMultiObjectiveTrial, MultiObjectiveTrial
from tests.multi_objective.conftest import MakeStudy
from tests.multi_objective.objectives import (
    DIRECTIONS,
    binh_and_korn,
    legacy_study,
    pruned_sometimes,
    use,
)

FIXTURES = Path(__file__).parents[1] / "fixtures"
MINIMIZE, MAXIMIZE = StudyDirection.MINIMIZE, StudyDirection.MAXIMIZE


def raw(study: MultiObjectiveStudy) -> list[optuna.trial.FrozenTrial]:
    return study._study.trials


def test_the_package_gives_it_when_asked() -> None:
    assert optuna_dashboard.multi_objective.create_study is create_study


def test_a_new_study_is_one_that_any_program_reads(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    study = create_study(DIRECTIONS, "new", url)
    assert isinstance(study.sampler, samplers.NSGAIIMultiObjectiveSampler)
    study.optimize(pruned_sometimes, n_trials=5)
    plain = optuna.load_study(study_name="new", storage=url)
    assert plain.directions == study.directions == [MINIMIZE, MAXIMIZE]
    assert study.n_objectives == 2
    assert [trial.state.name for trial in plain.trials] == [
        "COMPLETE",
        "PRUNED",
        "COMPLETE",
        "COMPLETE",
        "PRUNED",
    ]
    for theirs, ours in zip(plain.trials, study.trials):
        assert ours.values == (tuple(theirs.values) if theirs.values else (None, None))
        first, second = binh_and_korn(optuna.trial.FixedTrial(theirs.params))  # type: ignore[arg-type]
        assert theirs.intermediate_values == {2: first, 3: second}
        assert ours.intermediate_values == {0: (first, second)}
        assert ours.last_step == 0


def test_an_old_study_goes_on_in_its_own_form(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.db"
    legacy_study(url)
    study = load_study("old", url)
    assert isinstance(study.sampler, samplers.RandomMultiObjectiveSampler)
    study.optimize(pruned_sometimes, n_trials=2)
    plain = optuna.load_study(study_name="old", storage=url)
    assert plain.directions == [MINIMIZE]
    complete, pruned = plain.trials
    first, second = binh_and_korn(optuna.trial.FixedTrial(complete.params))  # type: ignore[arg-type]
    assert complete.values == [0.0]
    assert complete.intermediate_values == {0: first, 1: second, 2: first, 3: second}
    assert sorted(pruned.intermediate_values) == [2, 3]
    assert [trial.values for trial in study.trials] == [(first, second), (None, None)]
    assert study.directions == [MINIMIZE, MAXIMIZE]


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_values_and_front_are_the_same_in_both_forms(n: int) -> None:
    def objective(trial: MultiObjectiveTrial) -> list[float]:
        # Steps make ties.
        return [trial.suggest_float(f"x{i}", 0, 1, step=0.25) for i in range(n)]

    directions = ["maximize", "minimize", "maximize", "minimize"][:n]
    old, new = legacy_study(directions=directions), create_study(directions)
    plain = optuna.create_study(directions=new.directions)
    for study in (old, new):
        use(study, samplers.RandomMultiObjectiveSampler(seed=1))
        study.optimize(objective, n_trials=40, gc_after_trial=False)
    for trial in new.trials:
        params, spaces = trial.params, trial.distributions
        values = [value for value in trial.values if value is not None]
        plain.add_trial(optuna.create_trial(values=values, params=params, distributions=spaces))
    expected = [trial.number for trial in plain.best_trials]
    for study in (old, new):
        assert [trial.values for trial in study.trials] == [tuple(t.values) for t in plain.trials]
        front = study.get_pareto_front_trials()
        assert [trial.number for trial in front] == expected
        # What dominance itself says.
        assert front == [
            trial
            for trial in study.trials
            if not any(other._dominates(trial, study.directions) for other in study.trials)
        ]


def test_a_trial_without_a_value_is_never_on_the_front() -> None:
    study = legacy_study(directions=["maximize", "maximize"])
    study.optimize(lambda trial: (trial.number, nan if trial.number == 1 else 1), n_trials=3)
    assert [trial.state for trial in study.trials] == [TrialState.COMPLETE] * 3
    assert [trial.values for trial in study.trials] == [(0, 1), (1, None), (2, 1)]
    assert [trial.number for trial in study.get_pareto_front_trials()] == [2]


def test_nan_fails_a_trial_of_a_new_study() -> None:
    study = create_study(DIRECTIONS)
    study.optimize(lambda _: (nan, 1), n_trials=1)
    study.optimize(lambda _: (inf, -inf), n_trials=1)
    assert [trial.state.name for trial in study.trials] == ["FAIL", "COMPLETE"]
    assert [trial.values for trial in study.trials] == [(None, None), (inf, -inf)]


@pytest.mark.parametrize(
    ("returned", "error"),
    [
        ((1.0,), ValueError),
        ((1.0, 2.0, 3.0), ValueError),
        ((), ValueError),
        (1.0, TypeError),
        (None, TypeError),
        ((1.0, None), TypeError),
        ((1.0, "x"), TypeError),
    ],
)
def test_a_wrong_answer_of_the_objective(
    make_study: MakeStudy, returned: Any, error: type[Exception]
) -> None:
    study = make_study()
    with pytest.raises(error):
        study.optimize(lambda _: returned, n_trials=1)
    study.optimize(lambda _: returned, n_trials=2, catch=(error,))
    assert [trial.state for trial in study.trials] == [TrialState.FAIL] * 3
    assert [trial.values for trial in study.trials] == [(None, None)] * 3
    assert study.get_pareto_front_trials() == []


def test_arguments_of_optimize_stand_where_they_stood(make_study: MakeStudy) -> None:
    study = make_study()
    seen: list[tuple[MultiObjectiveStudy, FrozenMultiObjectiveTrial]] = []

    def callback(study: MultiObjectiveStudy, trial: FrozenMultiObjectiveTrial) -> None:
        seen.append((study, trial))

    study.optimize(binh_and_korn, 60, 3, 1, (), [callback], True, False)
    assert [(one, trial.number, trial.values) for one, trial in seen] == [
        (study, trial.number, trial.values) for trial in study.trials
    ]
    study.optimize(binh_and_korn, 0, None)
    assert len(study.trials) == 3


def test_several_workers(make_study: MakeStudy) -> None:
    study = make_study()
    study.optimize(binh_and_korn, n_trials=12, n_jobs=2)
    assert [trial.number for trial in study.trials] == list(range(12))
    # Workers whose random numbers were not their own would repeat them.
    assert len({trial.params["x"] for trial in study.trials}) == 12


def test_a_progress_bar(make_study: MakeStudy, capsys: pytest.CaptureFixture[str]) -> None:
    make_study().optimize(binh_and_korn, n_trials=2, show_progress_bar=True)
    assert "2/2" in capsys.readouterr().err


def test_trials_in_some_states(make_study: MakeStudy) -> None:
    study = make_study()
    study.optimize(pruned_sometimes, n_trials=4)
    pruned = study.get_trials(deepcopy=False, states=(TrialState.PRUNED,))
    assert [trial.number for trial in pruned] == [1]
    assert pruned[0].intermediate_values.keys() == {0}
    assert study.trials == study.get_trials(True)


def test_enqueued_parameters_come_first(make_study: MakeStudy) -> None:
    study = make_study()
    study.enqueue_trial({"x": 1.0, "y": 2.0})
    study.optimize(binh_and_korn, n_trials=2)
    assert study.trials[0].params == {"x": 1.0, "y": 2.0}
    assert study.trials[0].values == (20.0, -25.0)


def test_attributes(tmp_path: Path) -> None:
    study = create_study(DIRECTIONS, "attrs", f"sqlite:///{tmp_path}/attrs.db")
    study.set_user_attr("who", ["me"])
    study.set_system_attr("how", {"a": 1})
    assert study.user_attrs == {"who": ["me"]}
    assert study.system_attrs == {
        "multi_objective:study:directions": DIRECTIONS,
        "optuna_dashboard:multi_objective:layout": "native",
        "how": {"a": 1},
    }
    with pytest.raises(TypeError):
        study.set_user_attr("who", object())


@pytest.mark.parametrize(
    ("directions", "error"),
    [
        ("minimize", TypeError),
        (None, TypeError),
        (2, TypeError),
        ([], ValueError),
        (["minimize", "sideways"], ValueError),
        (["minimize", None], ValueError),
        (["minimize", StudyDirection.NOT_SET], ValueError),
    ],
)
def test_wrong_directions(directions: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        create_study(directions)


def test_directions_of_any_kind_of_list() -> None:
    for directions in (np.array(DIRECTIONS), tuple(DIRECTIONS), iter(DIRECTIONS)):
        study = create_study(directions)
        assert study.directions == [MINIMIZE, MAXIMIZE]
        assert study.system_attrs["multi_objective:study:directions"] == DIRECTIONS


def test_a_study_that_exists(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/twice.db"
    create_study(DIRECTIONS, "twice", url).optimize(binh_and_korn, n_trials=1)
    with pytest.raises(DuplicatedStudyError):
        create_study(DIRECTIONS, "twice", url)
    sampler = samplers.RandomMultiObjectiveSampler()
    again = create_study(DIRECTIONS, "twice", url, sampler, True)
    assert len(again.trials) == 1
    assert again.sampler is sampler
    with pytest.warns(UserWarning, match="keeps its directions: minimize, maximize"):
        other = create_study(["maximize"] * 3, "twice", url, load_if_exists=True)
    assert other.directions == [MINIMIZE, MAXIMIZE]


def test_an_old_study_that_exists() -> None:
    storage = InMemoryStorage()
    legacy_study(storage)
    study = create_study(DIRECTIONS, "old", storage, load_if_exists=True)
    study.optimize(binh_and_korn, n_trials=1)
    assert raw(study)[0].values == [0.0]


def test_studies_that_are_not_there_or_not_of_several_objectives() -> None:
    storage = InMemoryStorage()
    optuna.create_study(study_name="single", storage=storage)
    with pytest.raises(KeyError):
        load_study("none", storage)
    with pytest.raises(ValueError, match="'single' is not a multi-objective study"):
        load_study("single", storage)
    with pytest.raises(ValueError, match="'single' is not a multi-objective study"):
        create_study(DIRECTIONS, "single", storage, load_if_exists=True)


@pytest.mark.parametrize("attr", [["sideways"], [], "minimize", None])
def test_directions_that_are_none(attr: Any) -> None:
    study = optuna.create_study()
    key = "multi_objective:study:directions"
    study._storage.set_study_system_attr(study._study_id, key, attr)
    with pytest.raises(ValueError, match="not a multi-objective study"):
        MultiObjectiveStudy(study)


def test_a_sampler_of_optuna_is_taken_as_well() -> None:
    plain = optuna.create_study(
        directions=[MINIMIZE, MAXIMIZE], sampler=optuna.samplers.RandomSampler(seed=3)
    )
    seeded = create_study(DIRECTIONS, sampler=samplers.RandomMultiObjectiveSampler(3))
    given = create_study(DIRECTIONS, sampler=optuna.samplers.RandomSampler(seed=3))
    seeded.optimize(binh_and_korn, n_trials=2)
    for study in (MultiObjectiveStudy(plain), given):
        study.optimize(binh_and_korn, n_trials=2)
        assert [t.params for t in study.trials] == [t.params for t in seeded.trials]


@pytest.mark.parametrize("name", ["0.8.0", "1.5.0", "2.3.0", "2.10.1", "3.1.1"])
def test_the_file_of_an_earlier_optuna_is_refused_and_not_touched(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "old.db"
    shutil.copyfile(FIXTURES / "sqlite" / f"optuna-{name}.db", path)
    before = path.read_bytes()
    for url in (f"sqlite:///{path}", f"sqlite:///{path}?timeout=5"):
        with pytest.raises(RuntimeError, match="optuna-dashboard migrate"):
            load_study("legacy-mo-2", url)
        with pytest.raises(RuntimeError, match="optuna-dashboard migrate"):
            create_study(DIRECTIONS, "new", url)
    assert path.read_bytes() == before
