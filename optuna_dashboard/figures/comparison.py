"""The figures in which studies are compared, in the order in which a page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from optuna_dashboard.figures.best_value import BestValue
from optuna_dashboard.figures.edf import EDF
from optuna_dashboard.figures.figure import Figure
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.hypervolume import Hypervolume
from optuna_dashboard.figures.options import Option
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.targets import objective_choices
from optuna_dashboard.study.study import Study


@dataclass(frozen=True, slots=True)
class ComparingFigure:
    """A figure with some of its options given, so that one figure may be there several times.

    ``key`` tells it from the others.
    """

    key: str
    title: str
    figure: Figure
    given: Mapping[str, str] = field(default_factory=dict)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        """The options that are left to choose."""
        return [one for one in self.figure.options(studies) if one.name not in self.given]


def comparing_figures(studies: Sequence[Study]) -> list[ComparingFigure]:
    """The figures that compare these studies, which are comparable."""
    front, volume, history, best = ParetoFront(), Hypervolume(), History(), BestValue()
    figures = [
        ComparingFigure(front.name, front.title, front),
        ComparingFigure(volume.name, volume.title, volume),
        ComparingFigure(history.name, history.title, history),
        ComparingFigure("best-by-trials", "Best value over trials", best, {"x": "number"}),
        ComparingFigure("best-by-time", "Best value over time", best, {"x": "elapsed"}),
        *_distributions(EDF(), studies),
    ]
    return [one for one in figures if all(map(one.figure.suits, studies))]


def _distributions(edf: EDF, studies: Sequence[Study]) -> list[ComparingFigure]:
    """One for each objective; with only one objective, it can be another target too."""
    objectives = objective_choices(studies)
    if len(objectives) == 1:
        return [ComparingFigure(edf.name, edf.title, edf)]
    return [
        ComparingFigure(
            f"{edf.name}-{i}", f"{edf.title} of {choice.label}", edf, {"target": choice.value}
        )
        for i, choice in enumerate(objectives)
    ]
