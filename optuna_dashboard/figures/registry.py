"""Every figure, in the order in which a page offers them."""

from optuna_dashboard.figures.contour import Contour
from optuna_dashboard.figures.edf import EDF
from optuna_dashboard.figures.figure import Figure
from optuna_dashboard.figures.history import History
from optuna_dashboard.figures.hypervolume import Hypervolume
from optuna_dashboard.figures.importance import Importance
from optuna_dashboard.figures.intermediate_values import IntermediateValues
from optuna_dashboard.figures.parallel_coordinates import ParallelCoordinates
from optuna_dashboard.figures.pareto_front import ParetoFront
from optuna_dashboard.figures.rank import Rank
from optuna_dashboard.figures.scatter_matrix import ScatterMatrix
from optuna_dashboard.figures.slice import Slice
from optuna_dashboard.figures.terminator import Terminator
from optuna_dashboard.figures.timeline import Timeline

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
    Timeline(),
    Terminator(),
)
