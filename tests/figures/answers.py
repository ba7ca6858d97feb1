"""Preferential studies, given answer by answer."""

import json
from collections.abc import Iterable, Mapping, Sequence

from optuna_dashboard.study.distributions import Distribution
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of

Params = Mapping[str, tuple[JSON, Distribution]]
Answer = tuple[Sequence[int], int, bool]  # shown trials, the worst of them, taken back?


def preferential(
    answers: Iterable[Answer],
    n_trials: int = 6,
    skipped: Sequence[int] = (),
    params: Sequence[Params] = (),
) -> Study:
    """A study in which people answered this, one answer a minute. Ids are numbers here.

    ``params`` are those of the trials, as far as it goes.
    """
    attrs: dict[str, JSON] = {"preference:is_preferential": True}
    attrs |= {f"preference:skip_trial:{number}": True for number in skipped}
    # A storage gives attributes in any order.
    for place, (candidates, worst, is_removed) in reversed(list(enumerate(answers))):
        pairs: list[JSON] = [[better, worst] for better in candidates if better != worst]
        attrs[f"preference:values{place}"] = [] if is_removed else [*pairs]
        attrs[f"preference:history{place}"] = json.dumps(
            {
                "mode": "ChooseWorst",
                "id": str(place),
                "timestamp": f"2026-05-01T{place // 60:02}:{place % 60:02}:00.5",
                "candidates": list(candidates),
                "clicked": worst,
                "preferences": pairs,
            }
        )
    own = [*params, *({} for _ in range(n_trials - len(params)))]
    return study_of([Row((0.0,), params=one) for one in own], system_attrs=attrs)
