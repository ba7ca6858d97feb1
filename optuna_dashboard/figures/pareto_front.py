"""Pareto front: trials by two or three of their objectives, and which are the best."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from optuna_dashboard.figures.brush import axes_meta, target_brush
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.number_colors import color_by_number, color_option, is_by_number
from optuna_dashboard.figures.options import (
    Choice,
    MultiSelect,
    Option,
    Select,
    Settings,
    Toggle,
)
from optuna_dashboard.figures.targets import (
    Target,
    has_targets,
    objective_choices,
    user_attr_choices,
)
from optuna_dashboard.figures.text import counted, escape, listed
from optuna_dashboard.figures.thin import MOST_POINTS, at_most, budget_of, thin
from optuna_dashboard.figures.traces import (
    Role,
    explain_symbols,
    kind_of,
    name_once,
    numbers_of,
    pick,
    point_size,
    symbol_of,
    trace,
)
from optuna_dashboard.figures.value_axis import scaled_axis
from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_NONE = "none"
_MOST_NAMED = 5
_WHOLE = "the whole front and all extremes"


class ParetoFront(Figure):
    name = "pareto-front"
    title = "Pareto front"
    description = (
        "Trials by two or three objectives. On the front are the feasible trials that no "
        "other feasible trial beats in one objective without losing in another."
    )
    overlays = True

    def suits(self, study: Study) -> bool:
        return has_targets(study) and len(study.directions) > 1

    def options(self, studies: Sequence[Study]) -> list[Option]:
        objectives = objective_choices(studies)
        targets = [*objectives, *user_attr_choices(studies)]
        axes = [
            Select("x", "X axis", targets, objectives[0].value),
            Select("y", "Y axis", targets, objectives[1].value),
        ]
        if len(targets) > 2:
            default = objectives[2].value if len(objectives) == 3 else _NONE
            axes.append(Select("z", "Z axis", [Choice(_NONE, "None"), *targets], default))
        letters = [Choice(axis.name, axis.label) for axis in axes]
        # Of several studies only the fronts, at first: clouds would cover them.
        alone = len(studies) == 1
        return [
            *axes,
            # The colours of several studies tell them apart.
            *([color_option()] if alone else []),
            MultiSelect("log", "Log scale", letters, "", len(letters)),
            Toggle("clip", "Without outliers", False),
            Toggle("dominated", "Dominated trials", alone),
            Toggle("infeasible", "Infeasible trials", alone),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        targets = _targets(settings)
        labels = [target.label([one.study for one in subjects]) for target in targets.values()]
        parts = [_Part.of(one, targets, labels, settings) for one in subjects]
        drawable = sum(part.size for part in parts)
        notes = [note for part in parts for note in part.notes()]
        for part in parts:
            part.thin(drawable)
        shown = sum(part.size for part in parts)
        data = [trace for part in parts for trace in part.traces(shown)]
        data.sort(key=_is_front)  # so that nothing lies on a front
        name_once(data)
        # Trials on the front need no explanation; any other kind is named, even if alone.
        is_named = len(parts) > 1 or not all(map(_is_front, data))
        scales = color_by_number(data) if is_by_number(settings) else {}
        layout = {
            **_layout(parts, labels, settings, notes),
            **_brushes(parts, targets),
            **scales,
            "showlegend": is_named and any(one["showlegend"] for one in data),
        }
        notes += _notes_of_all(parts, targets)
        if shown < drawable:
            kept = "all extremes" if any(p.front_is_thinned for p in parts) else _WHOLE
            notes.append(
                f"Thinned from {drawable:,} points: {kept} are drawn, "
                "the others at equal distances."
            )
        return Drawing(data, layout, shown, notes)


def _targets(settings: Settings) -> dict[str, Target]:
    """What the axes show, by letter."""
    chosen = {
        letter: settings.text(letter) for letter in ("x", "y", "z") if letter in settings.values
    }
    return {letter: Target.parse(key) for letter, key in chosen.items() if key != _NONE}


@dataclass(slots=True)
class _Part:
    """What the figure draws of one study.

    ``columns`` are what the axes show of all trials, ``log`` the letters of those that are
    logarithmic, ``groups`` the rows to draw by role, in drawing order, and ``wanted`` all rows
    that the options ask for.
    """

    subject: Subject
    letters: Sequence[str]
    labels: Sequence[str]
    columns: "list[array[float]]"
    log: Sequence[str]
    groups: dict[Role, list[int]]
    wanted: masks.Mask
    front_is_thinned: bool = False

    @classmethod
    def of(
        cls,
        subject: Subject,
        targets: Mapping[str, Target],
        labels: Sequence[str],
        settings: Settings,
    ) -> "_Part":
        columns = [target.column(subject.study) for target in targets.values()]
        log = [letter for letter in settings.several("log") if letter in targets]
        positive = [column for letter, column in zip(targets, columns) if letter in log]
        groups, wanted = _groups(subject.study, columns, positive, settings)
        return cls(subject, list(targets), labels, columns, log, groups, wanted)

    @property
    def size(self) -> int:
        return sum(map(len, self.groups.values()))

    def thin(self, drawable: int) -> None:
        """Reduce this part to its share of what a figure with so many points may draw."""
        front = self.groups["front"]
        self.groups = {
            role: thin(rows, _budget(role, len(rows), drawable), self.columns)
            for role, rows in self.groups.items()
        }
        self.front_is_thinned = len(self.groups["front"]) < len(front)

    def traces(self, points: int) -> Iterable[PlotlyJSON]:
        return (self._trace(role, rows, points) for role, rows in self.groups.items() if rows)

    def _trace(self, role: Role, rows: list[int], points: int) -> PlotlyJSON:
        solid = len(self.letters) == 3
        made = trace(
            self.subject,
            role,
            "scatter3d" if solid else kind_of(points),
            numbers=numbers_of(self.subject, rows),
            coordinates={
                letter: encode(pick(column, rows))
                for letter, column in zip(self.letters, self.columns)
            },
            hover=[
                f"{escape(label)}: %{{{letter}:.6~g}}"
                for letter, label in zip(self.letters, self.labels)
            ],
        )
        symbol = symbol_of(self.subject, role, solid=solid)
        size = point_size(points) * (1.4 if role == "front" else 1) * (0.6 if solid else 1)
        return {**made, "mode": "markers", "marker": {"symbol": symbol, "size": round(size, 1)}}

    def notes(self) -> list[str]:
        return self.subject.said([*_why_no_front(self), *_missing(self), *_hidden_front(self)])


def _budget(role: Role, points: int, all_points: int) -> int:
    # The front is what the figure is for: it loses points only to its own number.
    return at_most(MOST_POINTS) if role == "front" else budget_of(points, all_points)


def _groups(
    study: Study,
    columns: "Sequence[array[float]]",
    positive: "Sequence[array[float]]",
    settings: Settings,
) -> "tuple[dict[Role, list[int]], masks.Mask]":
    """Rows to draw by role, in drawing order, and all rows that the options ask for.

    Of the ``positive`` columns, an axis shows only what is above zero.
    """
    n = len(study.index)
    complete = masks.in_states(study.index.states, TrialState.COMPLETE)
    feasible = masks.both(complete, study.constraints.feasible)
    front = masks.of_rows(study.best_rows, n)
    roles: dict[Role, masks.Mask] = {}
    if settings.flag("infeasible"):
        roles["infeasible"] = masks.without(complete, feasible)
    if settings.flag("dominated"):
        roles["dominated"] = masks.without(feasible, front)
    roles["front"] = front
    visible = masks.both(*map(masks.is_finite, columns), *map(masks.is_positive, positive))
    groups = {role: masks.rows_of(masks.both(mask, visible)) for role, mask in roles.items()}
    return groups, masks.any_of(*roles.values())


def _is_front(trace: PlotlyJSON) -> bool:
    return bool(trace["meta"]["role"] == "front")


def _layout(
    parts: Sequence[_Part], labels: Sequence[str], settings: Settings, notes: list[str]
) -> PlotlyJSON:
    """The axes; where outliers lie outside of them, a note is added."""
    clip = settings.flag("clip")
    axes = {
        f"{letter}axis": scaled_axis(
            label,
            _drawn(parts, place, "front", "dominated", "infeasible"),
            log=letter in parts[0].log,
            clip=clip,
            keep=_drawn(parts, place, "front"),
        )
        for place, (letter, label) in enumerate(zip(parts[0].letters, labels))
    }
    if any("range" in axis for axis in axes.values()):
        notes.append("Outliers lie outside the axes, but none of the front; zoom out to see them.")
    return {"scene": axes} if len(labels) == 3 else axes


def _drawn(parts: Sequence[_Part], place: int, *roles: Role) -> Iterable[float]:
    """What an axis shows of the trials in some roles."""
    return (
        part.columns[place][row]
        for part in parts
        for role in roles
        for row in part.groups.get(role, ())
    )


def _brushes(parts: Sequence[_Part], targets: Mapping[str, Target]) -> PlotlyJSON:
    """What a brush means; none can be drawn in space, or over several studies."""
    if len(targets) == 3 or len(parts) > 1:
        return {}
    study = parts[0].subject.study
    log = parts[0].log
    return axes_meta(
        {name: target_brush(study, one, log=name in log) for name, one in targets.items()}
    )


def _missing(part: _Part) -> list[str]:
    """A sentence on the complete trials that the axes cannot show."""
    wanted, columns = part.wanted, part.columns
    missing = masks.any_of(*map(masks.is_nan, columns))
    finite = masks.both(*map(masks.is_finite, columns))
    drawn = sum(map(len, part.groups.values()))
    counts = {
        "without a value": masks.both(wanted, missing).count(1),
        "with an infinite value": masks.without(masks.without(wanted, missing), finite).count(1),
        "at or below 0, which a log axis cannot show": masks.both(wanted, finite).count(1) - drawn,
    }
    left_out = [f"{n:,} {what}" for what, n in counts.items() if n]
    return [f"Complete trials that are not drawn: {listed(left_out)}."] if left_out else []


def _hidden_front(part: _Part) -> list[str]:
    """A sentence on the trials of the front that the axes cannot show."""
    study = part.subject.study
    hidden = sorted(set(study.best_rows) - set(part.groups["front"]))
    return [f"On the front but not drawn: {_named(study, hidden)}."] if hidden else []


def _notes_of_all(parts: Sequence[_Part], targets: Mapping[str, Target]) -> list[str]:
    notes = []
    if len(parts) > 1:
        groups = [group for part in parts for group in part.groups.items()]
        notes += explain_symbols({role for role, rows in groups if rows})
    n = len(parts[0].subject.study.directions)
    if not set(range(n)) <= {target.objective for target in targets.values()}:
        notes.append(f"The front is that of all {n} objectives, not of the axes shown.")
    return notes


def _why_no_front(part: _Part) -> list[str]:
    study = part.subject.study
    if study.best_rows:
        return []
    if not len(study.index):
        return ["There are no trials yet."]
    if not study.state_counts.get(TrialState.COMPLETE):
        return ["No trial is completed yet."]
    return ["No completed trial is feasible: there is no Pareto front."]


def _named(study: Study, rows: Sequence[int]) -> str:
    if len(rows) > _MOST_NAMED:
        return counted(len(rows))
    numbers = [str(study.index.numbers[row]) for row in rows]
    return f"trial {numbers[0]}" if len(numbers) == 1 else f"trials {listed(numbers)}"
