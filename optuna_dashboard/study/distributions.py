"""Search spaces of parameters, read from every form that Optuna has written."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any

from optuna_dashboard.study.json import JSON, parse_json

# As Optuna takes it.
_STEP_TOLERANCE = 1e-8


@dataclass(frozen=True, slots=True)
class FloatDistribution:
    """A real parameter in ``[low, high]``; ``step`` is None when it is continuous."""

    low: float
    high: float
    log: bool = False
    step: float | None = None


@dataclass(frozen=True, slots=True)
class IntDistribution:
    """An integer parameter in ``[low, high]`` with the given ``step``."""

    low: int
    high: int
    log: bool = False
    step: int = 1


@dataclass(frozen=True, slots=True)
class CategoricalDistribution:
    """A parameter that takes one of ``choices``; stored as the index of the choice."""

    choices: tuple[JSON, ...]


Distribution = FloatDistribution | IntDistribution | CategoricalDistribution


def parse_distribution(text: str) -> Distribution:
    """Read the ``distribution_json`` of any Optuna release, old class names included.

    Raises:
        ValueError: if the text is not JSON or names no known distribution.
    """
    try:
        loaded = parse_json(text)
        name, attributes = loaded["name"], loaded["attributes"]
        return _checked(_READERS[name](attributes))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a distribution: {text[:80]!r}") from error


def to_external(distribution: Distribution, internal: float) -> JSON:
    """The parameter value a user sees, from the number that the storage keeps.

    A number that stands for nothing (a choice that does not exist, an infinite integer)
    gives None: the file is damaged there.
    """
    if isinstance(distribution, FloatDistribution):
        return internal
    if not isfinite(internal):
        return None
    if isinstance(distribution, CategoricalDistribution):
        index = int(internal)
        return distribution.choices[index] if 0 <= index < len(distribution.choices) else None
    return int(internal)


def to_internal(distribution: Distribution, value: JSON) -> float:
    """The number that the storage keeps for a parameter value.

    Raises:
        ValueError: if the distribution does not have this value.
    """
    if isinstance(distribution, CategoricalDistribution):
        return _choice_index(distribution.choices, value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{value!r} is not a number")
    if not distribution.low <= value <= distribution.high:
        raise ValueError(f"{value!r} is not from {distribution.low} to {distribution.high}")
    if isinstance(distribution, IntDistribution) and value != int(value):
        raise ValueError(f"{value!r} is not a whole number")
    if distribution.step is not None:
        steps = (value - distribution.low) / distribution.step
        if abs(steps - round(steps)) > _STEP_TOLERANCE:
            raise ValueError(f"{value!r} is not a step of {distribution.step}")
    return float(value)


def _choice_index(choices: tuple[JSON, ...], value: JSON) -> int:
    """The place of a choice; 1, 1.0 and True are told apart where there is more than one."""
    equal = [index for index, choice in enumerate(choices) if choice == value]
    same = [index for index in equal if type(choices[index]) is type(value)]
    for index in same + equal:
        return index
    raise ValueError(f"{value!r} is not one of {list(choices)!r}")


def _checked(found: Distribution) -> Distribution:
    """The same, or a TypeError where something else stands in the place of a number."""
    if not isinstance(found, CategoricalDistribution):
        for number in (found.low, found.high, found.step or 0):
            if not isinstance(number, (int, float)):
                raise TypeError(f"{number!r} is not a number")
    return found


def _float(a: dict[str, Any]) -> Distribution:
    return FloatDistribution(a["low"], a["high"], a.get("log", False), a.get("step"))


def _int(a: dict[str, Any]) -> Distribution:
    return IntDistribution(a["low"], a["high"], a.get("log", False), a.get("step", 1))


_READERS: dict[str, Callable[[dict[str, Any]], Distribution]] = {
    "FloatDistribution": _float,
    "IntDistribution": _int,
    "CategoricalDistribution": lambda a: CategoricalDistribution(tuple(a["choices"])),
    # Names used before Optuna 3.0.
    "UniformDistribution": _float,
    "LogUniformDistribution": lambda a: FloatDistribution(a["low"], a["high"], log=True),
    "DiscreteUniformDistribution": lambda a: FloatDistribution(a["low"], a["high"], step=a["q"]),
    "IntUniformDistribution": _int,
    "IntLogUniformDistribution": lambda a: IntDistribution(a["low"], a["high"], log=True),
}
