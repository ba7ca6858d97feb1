"""The best value so far, as the steps at which it improved."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite

from optuna_dashboard.figures.text import counted, number_text
from optuna_dashboard.figures.thin import MOST_CORNERS
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study


@dataclass(slots=True)
class BestLine:
    """Rows of the trials that improved the best value, those that an axis can show, and
    where on the x axis the last of them stops being the best."""

    rows: list[int]
    end: float
    notes: list[str] = field(default_factory=list)


def improvements(rows: Sequence[int], y: "Sequence[float]", direction: Direction) -> list[int]:
    """The rows at which the best value so far improves, the first row included.

    Args:
        rows: complete feasible trials, in the order in which they count.
        y: value of every row of the study, perhaps infinite, not NaN in ``rows``.
        direction: of the objective; without one, lower is better, as for Optuna.
    """
    if not rows:
        return []
    steps = [rows[0]]
    best = y[rows[0]]
    if direction is Direction.MAXIMIZE:
        for row in rows:
            if y[row] > best:
                best = y[row]
                steps.append(row)
    else:
        for row in rows:
            if y[row] < best:
                best = y[row]
                steps.append(row)
    return steps


def best_line(
    study: Study,
    rows: Sequence[int],
    x: "Sequence[float]",
    y: "array[float]",
    *,
    direction: Direction,
    log: bool,
) -> BestLine:
    """The line over ``rows`` (see ``improvements``), up to the last trial of the study.

    A best value may be one that no axis shows: infinite, or zero and less on a log axis.
    Such values come before or after all others, so the line starts late or ends early, and
    a note says so.
    """
    steps = improvements(rows, y, direction)
    drawn = [row for row in steps if isfinite(y[row]) and (y[row] > 0 or not log)]
    line = BestLine(drawn, max(filter(isfinite, x), default=0.0))
    if steps and (not drawn or steps[-1] != drawn[-1]):
        ending = steps[steps.index(drawn[-1]) + 1] if drawn else steps[-1]
        line.end = x[ending]
        best = f"{number_text(y[steps[-1]])} of trial {study.index.numbers[steps[-1]]}"
        how = "the line of best values ends before it" if drawn else "there is no line"
        line.notes.append(f"The best value, {best}, cannot be drawn on this axis: {how}.")
    if len(drawn) > MOST_CORNERS:
        line.rows = evenly(drawn, MOST_CORNERS)
        line.notes.append(
            f"The line of best values has {MOST_CORNERS:,} of its {counted(len(drawn), 'step')}."
        )
    return line
