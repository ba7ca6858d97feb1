"""EDF: for every value, the share of trials that have at most that value."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite

from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Option, Settings, Toggle
from optuna_dashboard.figures.population import Population, not_drawn
from optuna_dashboard.figures.targets import Target, has_targets, target_option
from optuna_dashboard.figures.text import counted, escape
from optuna_dashboard.figures.thin import MOST_CORNERS, budget_of
from optuna_dashboard.figures.traces import pick, step_line, trace
from optuna_dashboard.figures.value_axis import value_axis, value_axis_options
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study


class EDF(Figure):
    name = "edf"
    title = "Empirical distribution"
    description = "The share of complete trials that have at most a given value."
    overlays = True

    def suits(self, study: Study) -> bool:
        return has_targets(study)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        return [
            target_option(studies),
            *value_axis_options(),
            Toggle("infeasible", "Infeasible trials", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        target = Target.parse(settings.text("target"))
        label = target.label([subject.study for subject in subjects])
        lines = [_Line.of(subject, target, settings) for subject in subjects]
        drawn = [line for line in lines if line.steps]
        n_steps = sum(len(line.steps) for line in drawn)
        for line in drawn:
            line.thin(n_steps)
        limits = _limits(drawn)
        points = sum(len(line.steps) for line in drawn)
        data = [line.trace(label, limits) for line in drawn]
        notes = [note for line in lines for note in line.subject.said(line.notes)]
        notes += not_drawn([line.population for line in lines])
        if points < n_steps:
            notes.append(f"Thinned: {points:,} of {counted(n_steps, 'step')}, at equal distances.")
        values = [line.column[row] for line in drawn for row in line.steps]
        best = target.best(subjects[0].study, values)
        layout = {
            "xaxis": value_axis(label, values, settings, notes, keep=best),
            "yaxis": {
                "title": {"text": "Share of trials at or below"},
                "type": "linear",
                "range": [0, 1.02],
                "tickformat": ".0%",
            },
            "showlegend": len(lines) > 1,
        }
        return Drawing(data, layout, sum(line.n_trials for line in drawn), notes)


@dataclass(slots=True)
class _Line:
    """The distribution of one study.

    ``steps`` has the rows of the first trial at each different value, ascending, as far as
    the axis can show the value; ``shares`` the share of trials up to and with it. ``below``
    is the share of trials before the first step: they have values that cannot be shown.
    """

    subject: Subject
    population: Population
    column: "array[float]"
    n_trials: int
    steps: list[int]
    shares: "array[float]"
    below: float
    notes: list[str]

    @classmethod
    def of(cls, subject: Subject, target: Target, settings: Settings) -> "_Line":
        column = target.column(subject.study)
        population = Population(subject.study, infeasible=settings.flag("infeasible"))
        population.keep_present(column, "without a value")
        rows = population.all_rows()
        rows.sort(key=column.__getitem__)
        lowest = 0.0 if settings.flag("log") else -float("inf")
        steps, shares, n, below = [], array("d"), 0, 0
        for value, same in groupby(rows, key=column.__getitem__):
            members = list(same)
            n += len(members)
            if value <= lowest:
                below = n
            elif isfinite(value):
                steps.append(members[0])
                shares.append(n / len(rows))
        notes = population.why_nothing()
        hidden = [row for row in rows if not lowest < column[row] < float("inf")]
        if hidden:
            notes.append(
                f"{counted(len(hidden))} with a value that the axis cannot show: counted, so that "
                "the line starts above 0 or ends below 1."
            )
        below_share = below / len(rows) if rows else 0.0
        return cls(subject, population, column, len(rows), steps, shares, below_share, notes)

    def thin(self, n_steps: int) -> None:
        """Reduce the steps to their share of what a figure with so many may draw."""
        kept = evenly(range(len(self.steps)), budget_of(len(self.steps), n_steps, MOST_CORNERS))
        self.steps = [self.steps[i] for i in kept]
        self.shares = array("d", [self.shares[i] for i in kept])

    def trace(self, label: str, limits: tuple[float, float]) -> PlotlyJSON:
        """A line over the values of all studies: flat before its first step and after its last."""
        first, last = self.steps[0], self.steps[-1]
        rows = [first, *self.steps, last]
        x = pick(self.column, rows)
        x[0], x[-1] = limits
        y = array("d", [self.below, *self.shares, self.shares[-1]])
        made = trace(
            self.subject,
            "distribution",
            "scatter",  # one line: quicker than WebGL without a graphics card
            numbers=encode(pick(self.subject.study.index.numbers, rows, "q")),
            coordinates={"x": encode(x), "y": encode(y)},
            hover=[f"{escape(label)}: %{{x:.6~g}}", "Share of trials: %{y:.2%}"],
        )
        return {**made, "mode": "lines", "line": step_line(self.subject)}


def _limits(lines: Sequence[_Line]) -> tuple[float, float]:
    ends = [line.column[row] for line in lines for row in (line.steps[0], line.steps[-1])]
    return (min(ends), max(ends)) if ends else (0.0, 0.0)
