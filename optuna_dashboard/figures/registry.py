"""Every figure, in the order in which a page offers them."""

from collections.abc import Iterator

from optuna_dashboard.figures.best_value import BestValue
from optuna_dashboard.figures.contour import Contour
from optuna_dashboard.figures.edf import EDF
from optuna_dashboard.figures.figure import Figure
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.hypervolume import Hypervolume
from optuna_dashboard.figures.importance import Importance
from optuna_dashboard.figures.intermediate_values import IntermediateValues
from optuna_dashboard.figures.parallel_coordinates import ParallelCoordinates
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.preference_graph import PreferenceGraph
from optuna_dashboard.figures.preference_history import PreferenceHistory
from optuna_dashboard.figures.preferred_parameters import PreferredParameters
from optuna_dashboard.figures.rank import Rank
from optuna_dashboard.figures.saved import SavedFigure, saved_name
from optuna_dashboard.figures.scatter_matrix import ScatterMatrix
from optuna_dashboard.figures.slice import Slice
from optuna_dashboard.figures.terminator import Terminator
from optuna_dashboard.figures.timeline import Timeline
from optuna_dashboard.study.study import Study

FIGURES: tuple[Figure, ...] = (
    ParetoFront(),
    History(),
    Hypervolume(),
    Importance(),
    IntermediateValues(),
    Slice(),
    Contour(),
    Rank(),
    ParallelCoordinates(),
    ScatterMatrix(),
    EDF(),
    BestValue(),
    PreferenceGraph(),
    PreferredParameters(),
    PreferenceHistory(),
    Timeline(),
    Terminator(),
)


def figures_of(study: Study) -> Iterator[Figure]:
    """The figures of the pages of a study, with those that were saved with it."""
    yield from (figure for figure in FIGURES if figure.alone and figure.suits(study))
    yield from map(SavedFigure, study.saved_plots)


def find_figure(name: str, study: Study) -> Figure:
    """A figure by its name.

    Raises:
        KeyError: if there is none, and none of this name is saved with the study.
    """
    for figure in FIGURES:
        if figure.name == name:
            return figure
    for plot in study.saved_plots:
        if saved_name(plot.id) == name:
            return SavedFigure(plot)
    raise KeyError(name)
