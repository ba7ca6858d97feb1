"""User attributes judged by some of the trials."""

from collections.abc import Sequence

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
