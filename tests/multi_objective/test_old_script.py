"""A script of the time of Optuna 1.5 runs unchanged, but for its import."""

import json
import subprocess
import sys
from pathlib import Path

import optuna

SCRIPT = """
import json
import sys

import optuna
from optuna import multi_objective

optuna.logging.set_verbosity(optuna.logging.ERROR)


def objective(trial):
    # Binh and Korn function.
    x = trial.suggest_float("x", 0, 5)
    y = trial.suggest_uniform("y", 0, 3)
    kind = trial.suggest_categorical("kind", ["a", "b"])
    trial.set_user_attr("kind", kind)
    v0 = 4 * x ** 2 + 4 * y ** 2
    v1 = (x - 5) ** 2 + (y - 5) ** 2
    trial.report([v0, v1], 0)
    return v0, v1


def tell(study, trial):
    assert study.n_objectives == trial.n_objectives == 2
    told.append(trial.number)


told = []
study = multi_objective.study.create_study(
    ["minimize", "minimize"],
    "binh-and-korn",
    sys.argv[1],
    multi_objective.samplers.NSGAIIMultiObjectiveSampler(population_size=5, seed=1),
    True,
)
study.set_user_attr("contributors", ["Akiba", "Sano"])
study.enqueue_trial({"x": 1, "y": 2, "kind": "a"})
study.optimize(objective, None, 12, callbacks=[tell])
study.optimize(objective, n_trials=2, callbacks=[tell])

loaded = multi_objective.study.load_study("binh-and-korn", sys.argv[1])
front = loaded.get_pareto_front_trials()
print(json.dumps({
    "told": told,
    "attrs": loaded.user_attrs,
    "first": [loaded.trials[0].params, loaded.trials[0].values, loaded.trials[0].user_attrs],
    "front": {str(trial.number): trial.values for trial in front},
    "last": [trial.last_step for trial in loaded.trials],
}))
"""


def test_an_old_script(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/script.db"
    script = SCRIPT.replace("from optuna import multi", "from optuna_dashboard import multi")
    assert script != SCRIPT
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, url],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    study = optuna.load_study(study_name="binh-and-korn", storage=url)
    assert json.loads(done.stdout) == {
        "told": list(range(14)),
        "attrs": {"contributors": ["Akiba", "Sano"]},
        "first": [{"x": 1, "y": 2, "kind": "a"}, [20, 25], {"kind": "a"}],
        "front": {str(trial.number): trial.values for trial in study.best_trials},
        "last": [0] * 14,
    }
