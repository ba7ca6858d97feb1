"""Made-up trials of a plausible study: the tuning of a neural network.

Only ``random.Random.random`` is drawn from, whose sequence Python guarantees, so the same
recipe gives the same trials everywhere.
"""

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from optuna.distributions import (
    BaseDistribution,
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)

SPACE: dict[str, BaseDistribution] = {
    "learning_rate": FloatDistribution(1e-5, 1e-1, log=True),
    "weight_decay": FloatDistribution(1e-8, 1e-2, log=True),
    "dropout": FloatDistribution(0.0, 0.6),
    "momentum": FloatDistribution(0.5, 0.99),
    "layers": IntDistribution(1, 8),
    "units": IntDistribution(16, 1024, log=True),
    "optimizer": CategoricalDistribution(("adam", "sgd", "rmsprop", "adamw")),
    "augment": CategoricalDistribution((True, False, None)),
}
OPTIMUM = {
    "learning_rate": 0.62,
    "weight_decay": 0.45,
    "dropout": 0.3,
    "momentum": 0.8,
    "layers": 0.5,
    "units": 0.7,
    "optimizer": 0.9,
    "augment": 0.1,
}
PRUNED, FAILED = 0.05, 0.02
FIRST_START = datetime(2026, 1, 5, 8, 0, 0, 250000)


@dataclass(frozen=True)
class Recipe:
    """What a benchmark study holds."""

    trials: int
    objectives: int = 1
    intermediate: int = 0  # reported steps of a complete trial
    constraints: bool = False
    user_attrs: bool = False
    sampler_attrs: bool = False  # the ``tpe:relative_params`` that Optuna 5's TPE leaves behind
    preferential: bool = False  # of each three trials in a row one was said to be the worst
    seed: int = 20260101

    @property
    def file_name(self) -> str:
        """Tells what is inside; without its ending."""
        parts = [f"{self.trials}-trials"]
        for key, value in asdict(self).items():
            default = getattr(Recipe, key, None)
            if default is not None and value != default:
                parts.append(key.replace("_", "-") + ("" if value is True else f"-{value}"))
        return "-".join(parts)

    @property
    def study_name(self) -> str:
        return f"Tune a network, {self.trials:,} trials"

    @property
    def directions(self) -> list[str]:
        return ["MINIMIZE"] * self.objectives


@dataclass
class MadeTrial:
    """One trial, with parameters as Optuna's internal numbers."""

    state: str
    start: datetime
    complete: datetime
    params: dict[str, float]
    values: list[float] | None
    intermediate: list[float] = field(default_factory=list)
    constraints: dict[str, float] = field(default_factory=dict)
    user_attrs: dict[str, Any] = field(default_factory=dict)


def make_trials(recipe: Recipe) -> Iterator[MadeTrial]:
    """The trials of ``recipe``, in order of number."""
    draw = Random(recipe.seed).random
    start = FIRST_START
    for number in range(recipe.trials):
        # A sampler draws nearer to the optimum as the study goes on.
        focus = 0.8 * number / recipe.trials
        units = {
            name: OPTIMUM[name] + (draw() - OPTIMUM[name]) * (1 - focus * draw()) for name in SPACE
        }
        params = {name: _internal(SPACE[name], unit) for name, unit in units.items()}
        duration = timedelta(microseconds=int(1e6 * (0.5 + 20 * units["units"] * draw())))
        trial = MadeTrial("COMPLETE", start, start + duration, params, _values(units, draw()))
        trial.values = (trial.values or [])[: recipe.objectives]
        _add_extras(trial, recipe, units)
        _end_early(trial, draw(), draw())
        yield trial
        start = trial.complete + timedelta(microseconds=1000 + int(5000 * draw()))


@dataclass(frozen=True)
class MadeFeedback:
    """What a person said of some trials, given by number."""

    id: str
    time: datetime
    candidates: list[int]
    worst: int

    @property
    def preferences(self) -> list[list[int]]:
        """Pairs of a better and a worse trial."""
        return [[number, self.worst] for number in self.candidates if number != self.worst]


def make_feedback(recipe: Recipe) -> Iterator[MadeFeedback]:
    """What was said of the trials of ``recipe``, in order of time."""
    draw = Random(recipe.seed).random
    for number in range(0, recipe.trials - 2 if recipe.preferential else 0, 3):
        id = str(UUID(int=int(draw() * 2**53) << 64 | number))
        candidates = [number, number + 1, number + 2]
        yield MadeFeedback(
            id, FIRST_START + timedelta(seconds=number), candidates, number + int(3 * draw())
        )


def _internal(distribution: BaseDistribution, unit: float) -> float:
    """The internal number at ``unit`` (0 to 1) of the range."""
    if isinstance(distribution, CategoricalDistribution):
        return float(int(unit * len(distribution.choices)))
    assert isinstance(distribution, FloatDistribution | IntDistribution)
    low, high = distribution.low, distribution.high
    whole = isinstance(distribution, IntDistribution)
    if distribution.log:
        value = math.exp(math.log(low) + unit * (math.log(high) - math.log(low)))
        value = min(max(value, low), high)
    else:
        value = low + unit * (high + 1 - low if whole else high - low)
    return float(int(value)) if whole else value


def _values(units: dict[str, float], noise: float) -> list[float]:
    """Validation loss, latency in milliseconds, memory in gigabytes."""
    distance = sum((unit - OPTIMUM[name]) ** 2 for name, unit in units.items())
    size = 2 ** (3 * units["units"]) * (1 + 7 * units["layers"])
    return [0.08 + distance * (0.9 + 0.2 * noise), 1.5 + size * (1 + noise), 0.2 + 0.05 * size]


def _add_extras(trial: MadeTrial, recipe: Recipe, units: dict[str, float]) -> None:
    assert trial.values
    loss = trial.values[0]
    steps = range(recipe.intermediate)
    trial.intermediate = [loss + 2 * math.exp(-6 * (step + 1) / len(steps)) for step in steps]
    if steps:
        trial.values[0] = trial.intermediate[-1]
    if recipe.constraints:
        trial.constraints = {
            "memory": units["units"] + units["layers"] - 1.4,
            "stability": units["learning_rate"] - 0.9,
        }
    if recipe.user_attrs:
        trial.user_attrs = {
            "accuracy": max(0.0, 1 - loss),
            "host": f"node-{int(units['dropout'] * 8)}",
            "versions": {"torch": "2.9.1", "cuda": "13.0"},
        }


def _end_early(trial: MadeTrial, fate: float, when: float) -> None:
    """Make some trials pruned or failed, as a real study has them."""
    if fate >= PRUNED + FAILED:
        return
    del trial.intermediate[max(1, int(when * len(trial.intermediate))) :]
    trial.state = "PRUNED" if fate < PRUNED else "FAIL"
    # Optuna keeps the last report of a pruned trial as its value; a failed one has none.
    pruned_value = trial.intermediate[-1:] if trial.state == "PRUNED" else []
    trial.values = pruned_value or None
