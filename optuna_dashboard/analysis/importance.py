"""Which parameters matter, by three measures; each gives the numbers that Optuna gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal, TypeAlias

from optuna_dashboard.analysis.packages import require
from optuna_dashboard.analysis.ped_anova import cells_of, ped_anova
from optuna_dashboard.analysis.regimes import Regime, regimes_of
from optuna_dashboard.study.columns import ABSENT, ParamColumn
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

Evaluator: TypeAlias = Literal["ped-anova", "fanova", "mean-decrease-impurity"]

EVALUATORS: dict[Evaluator, str] = {
    "ped-anova": "PED-ANOVA",
    "fanova": "fANOVA",
    "mean-decrease-impurity": "Mean decrease impurity",
}
# A forest of more would take minutes; it is grown of trials at equal distances then.
MOST_FOREST_TRIALS = 10_000


@dataclass(frozen=True, slots=True)
class Importances:
    """The importance of each parameter for one column of losses.

    ``values`` descend and add up to 1. ``n_trials`` were counted of ``n_eligible``, which are
    complete, have a finite loss and the parameters that the evaluator demands. When nothing
    is ``told`` by them, all parameters have the same importance.
    """

    values: dict[str, float]
    n_trials: int
    n_eligible: int
    told: bool


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an evaluator says, one answer for each column of losses.

    ``left_out`` are parameters that it cannot assess.
    """

    answers: list[Importances]
    left_out: list[str]


def assess(
    study: Study,
    losses: "Sequence[Sequence[float]]",
    evaluator: Evaluator = "ped-anova",
    params: Sequence[str] | None = None,
) -> Assessment:
    """How much each parameter matters for one or several losses.

    PED-ANOVA assesses every parameter that a complete trial has. The others demand trials
    that have all parameters in the same ranges: without ``params``, parameters that not every
    complete trial has so are left out; with ``params``, trials that do not have all of these
    do not count, and parameters whose range changes are left out.

    Args:
        study: whose complete trials are looked at, feasible or not, as Optuna does.
        losses: columns over all its trials. PED-ANOVA takes low ones for good; the others
            do not mind.
        evaluator: the measure.
        params: names of parameters to choose from, all unless given.

    Raises:
        MissingPackagesError: if the evaluator needs scikit-learn and it is not installed.
        KeyError: if no trial of the study has one of ``params``.
    """
    if evaluator != "ped-anova":
        require(EVALUATORS[evaluator], "scikit-learn")
    columns = study.all_params() if params is None else study.params(sorted(set(params)))
    rows = study.index.rows_in(TrialState.COMPLETE)
    if evaluator == "ped-anova":
        return _by_ped_anova(columns, rows, losses)
    return _by_forest(evaluator, columns, rows, losses, chosen=params is not None)


def _by_ped_anova(
    columns: Sequence[ParamColumn], rows: Sequence[int], losses: "Sequence[Sequence[float]]"
) -> Assessment:
    regimes = {column.name: regimes_of(column, rows) for column in columns}
    params = [
        (name, [cells for regime in found if (cells := cells_of(regime))])
        for name, found in regimes.items()
        if found
    ]
    answers = []
    for column in losses:
        of_rows = [column[row] for row in rows]
        n_trials = sum(map(isfinite, of_rows))
        answers.append(_normalized(ped_anova(params, of_rows), n_trials, n_trials))
    return Assessment(answers, [name for name, found in regimes.items() if not found])


def _by_forest(
    evaluator: Evaluator,
    columns: Sequence[ParamColumn],
    rows: Sequence[int],
    losses: "Sequence[Sequence[float]]",
    chosen: bool,
) -> Assessment:
    params: dict[str, Regime] = {}
    if chosen:
        params, rows = _shared_by_some(columns, rows)
    else:
        params = _shared_by_all(columns, rows)
    answers = []
    for column in losses:
        eligible = [place for place, row in enumerate(rows) if isfinite(column[row])]
        places = _evenly(eligible, MOST_FOREST_TRIALS)
        values = dict.fromkeys(params, 0.0)
        if params and len(places) > 1:
            found = _grow(evaluator, params.values(), places, [column[rows[p]] for p in places])
            values = dict(zip(params, found))
        answers.append(_normalized(values, len(places), len(eligible)))
    return Assessment(answers, [column.name for column in columns if column.name not in params])


def _grow(
    evaluator: Evaluator, params: Iterable[Regime], places: Sequence[int], losses: Sequence[float]
) -> list[float]:
    # Imports numpy and scikit-learn.
    from optuna_dashboard.analysis import forest

    values = [
        Regime(param.distribution, list(places), [param.values[place] for place in places])
        for param in params
    ]
    grow = forest.fanova if evaluator == "fanova" else forest.mean_decrease_impurity
    return grow(values, losses)


def _shared_by_all(columns: Sequence[ParamColumn], rows: Sequence[int]) -> dict[str, Regime]:
    """Parameters that all rows have with one distribution."""
    regimes = {column.name: regimes_of(column, rows) for column in columns}
    return {
        name: found[0]
        for name, found in regimes.items()
        if len(found) == 1 and len(found[0].places) == len(rows)
    }


def _shared_by_some(
    columns: Sequence[ParamColumn], rows: Sequence[int]
) -> tuple[dict[str, Regime], list[int]]:
    """Rows with all parameters, but for those whose distribution is not the same there."""
    while True:
        kinds = [column.kinds for column in columns]
        having = [row for row in rows if all(kind[row] != ABSENT for kind in kinds)]
        shared = _shared_by_all(columns, having)
        if len(shared) == len(columns) or not having:
            return shared, having
        columns = [column for column in columns if column.name in shared]


def _evenly(places: list[int], most: int) -> list[int]:
    """At most so many of the places, at equal distances, the first and the last among them."""
    if len(places) <= most:
        return places
    last = len(places) - 1
    return [places[i * last // (most - 1)] for i in range(most)]


def _normalized(values: dict[str, float], n_trials: int, n_eligible: int) -> Importances:
    total = sum(values.values())
    told = total > 0
    shares = {
        name: value / total if told else 1 / len(values)
        for name, value in sorted(values.items(), key=lambda item: (-item[1], item[0]))
    }
    return Importances(shares, n_trials, n_eligible, told)
