"""Parameters and user attributes judged by some of the trials."""

from collections.abc import Sequence

from optuna_dashboard.study.distributions import Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study

_SAMPLE = 100


def user_attr_samples(study: Study) -> dict[str, Sequence[JSON]]:
    """Values of every user attribute, sorted by name.

    Those of 100 trials at equal distances, because reading every attribute of every trial
    costs more than a figure; an attribute that none of these has is read in full.
    """
    if not study.user_attr_names:
        return {}
    seen: dict[str, list[JSON]] = {name: [] for name in study.user_attr_names}
    for trial in study.trials(evenly(range(len(study.index)), _SAMPLE)):
        for name, value in trial.user_attrs.items():
            seen.setdefault(name, []).append(value)
    return {name: seen[name] or study.user_attr(name) for name in sorted(seen)}


def param_samples(study: Study) -> dict[str, Sequence[Distribution]]:
    """Distributions of every parameter, sorted by name.

    Those of 100 trials at equal distances, because reading every parameter of every trial
    takes seconds; a parameter that none of these has is read in full.
    """
    seen: dict[str, list[Distribution]] = {}
    for trial in study.trials(evenly(range(len(study.index)), _SAMPLE)):
        for name, (_, distribution) in trial.params.items():
            known = seen.setdefault(name, [])
            if distribution not in known:
                known.append(distribution)
    rare = study.params([name for name in study.param_names if name not in seen])
    seen.update((column.name, column.distributions) for column in rare)
    return {name: seen[name] for name in sorted(seen)}


def evenly(items: Sequence[int], n: int) -> list[int]:
    """``n`` of the items at equal distances, the first and the last among them.

    Less than none is none.
    """
    if n >= len(items):
        return list(items)
    if n < 2:
        return list(items[: max(n, 0)])
    last = len(items) - 1
    return [items[i * last // (n - 1)] for i in range(n)]
