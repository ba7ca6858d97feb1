"""What the multi-objective API of a release of Optuna said of a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from optuna_dashboard.multi_objective.study import MultiObjectiveStudy

FIXTURES = Path(__file__).parents[1] / "fixtures"


def answers_of(release: str) -> dict[str, Any]:
    """Name of each multi-objective study -> what that release answered about it."""
    path = FIXTURES / "sqlite" / f"optuna-{release}.expected.json"
    studies = json.loads(path.read_text("utf-8"), object_hook=_number)["studies"]
    return {name: study["legacy"] for name, study in studies.items() if "legacy" in study}


def answer_of(study: MultiObjectiveStudy) -> dict[str, Any]:
    """What we answer, in the same words."""
    return {
        "directions": [direction.name for direction in study.directions],
        "n_objectives": study.n_objectives,
        "pareto_front": [trial.number for trial in study.get_pareto_front_trials()],
        "trials": list(_trials(study)),
    }


def _trials(study: MultiObjectiveStudy) -> Iterator[dict[str, Any]]:
    for trial in study.trials:
        vectors = trial.intermediate_values.items()
        yield {
            "intermediate_values": {str(step): list(vector) for step, vector in vectors},
            "last_step": trial.last_step,
            "number": trial.number,
            "params": trial.params,
            "state": trial.state.name,
            "values": list(trial.values),
        }


def _number(pairs: dict[str, Any]) -> Any:
    return float(pairs["$float"]) if list(pairs) == ["$float"] else pairs
