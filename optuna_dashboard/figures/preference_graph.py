"""Preference graph: which trials people preferred to which."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from optuna_dashboard.analysis.preference_order import implied_in
from optuna_dashboard.figures.compared import LEVEL_TITLE, NAMES, Compared, hover_texts
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Option, Settings, Toggle
from optuna_dashboard.figures.text import counted
from optuna_dashboard.figures.thin import at_most
from optuna_dashboard.figures.traces import STYLES, Role, trace
from optuna_dashboard.study.attrs.preferences import Pair
from optuna_dashboard.study.samples import evenly
from optuna_dashboard.study.study import Study

_MOST_TRIALS = 2_000  # of whole levels
_MOST_OF_A_LEVEL = 10_000  # of the first, if it alone has more than that
_MOST_LABELS = 200
_POINT_SIZE = 14


class PreferenceGraph(Figure):
    name = "preference-graph"
    title = "Preference graph"
    description = (
        "Which trials people preferred to which: an arrow leads from the better trial to the "
        "worse one."
    )

    def suits(self, study: Study) -> bool:
        return study.header.is_preferential

    def options(self, studies: Sequence[Study]) -> list[Option]:
        return [
            Toggle("implied", "Preferences that follow from others", True),
            Toggle("skipped", "Skipped trials", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        graph = _Graph.of(subject.study, settings)
        places = graph.places()
        arrows = [_arrows(subject, graph, places)] if graph.pairs else []
        texts = hover_texts(graph.pairs, graph.levels)
        nodes = [
            _nodes(subject, graph, places, texts, role) for role in NAMES if graph.roles[role]
        ]
        return Drawing(
            data=[*arrows, *nodes],
            layout=_layout(graph),
            shown=len(graph.levels),
            notes=graph.notes,
        )


@dataclass(frozen=True, slots=True)
class _Graph:
    """What is drawn; all lists are of trial numbers."""

    pairs: list[Pair]
    levels: dict[int, int]
    roles: dict[Role, list[int]]
    notes: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_Graph":
        compared = Compared.of(study)
        all_levels = compared.order.levels
        levels = _upper_levels(all_levels)
        notes = compared.notes()
        if len(levels) < len(all_levels):
            n_first = sum(level == 0 for level in all_levels.values())
            part = "the upper levels" if len(levels) >= n_first else "some of the first level"
            notes.append(
                f"Only {part} are drawn, {len(levels):,} of "
                f"{counted(len(all_levels))} that were compared."
            )
        if not settings.flag("skipped"):
            levels = {n: level for n, level in levels.items() if n not in compared.skipped}
        pairs = [pair for pair in compared.pairs if pair[0] in levels and pair[1] in levels]
        if not settings.flag("implied"):
            implied = implied_in(pairs)
            pairs = [pair for pair in pairs if pair not in implied]
            if implied:
                n = counted(len(implied), "preference")
                notes.append(f"Not drawn, for others say so together: {n}.")
        return cls(pairs, levels, compared.roles(levels), notes)

    def places(self) -> dict[int, float]:
        """Where each trial stands on its level: near those that were preferred to it."""
        better_than: dict[int, list[int]] = {}
        for better, worse in self.pairs:
            better_than.setdefault(worse, []).append(better)
        of_level: dict[int, list[int]] = {}
        for number, level in self.levels.items():
            of_level.setdefault(level, []).append(number)
        places: dict[int, float] = {}
        for level in sorted(of_level):
            near = {
                number: _mean(places[one] for one in better_than.get(number, ()) if one in places)
                for number in of_level[level]
            }
            row = sorted(near, key=lambda number: (near[number], number))
            left = (1 - len(row)) / 2
            places.update((number, left + place) for place, number in enumerate(row))
        return places


def _upper_levels(levels: Mapping[int, int]) -> dict[int, int]:
    """As many whole levels as can be drawn; the first one at least, or as much of it as can."""
    most = at_most(_MOST_TRIALS)
    by_level = sorted(levels.values())
    last = by_level[most] - 1 if len(by_level) > most else by_level[-1] if by_level else 0
    upper = [number for number, level in levels.items() if level <= max(last, 0)]
    return {number: levels[number] for number in evenly(upper, at_most(_MOST_OF_A_LEVEL))}


def _mean(places: Iterable[float]) -> float:
    known = list(places)
    return sum(known) / len(known) if known else 0.0


def _arrows(subject: Subject, graph: _Graph, places: Mapping[int, float]) -> PlotlyJSON:
    gap = float("nan")
    x, y = array("d"), array("d")
    for pair in graph.pairs:
        x.extend([*(places[number] for number in pair), gap])
        y.extend([*(graph.levels[number] for number in pair), gap])
    # Arrows belong to no trial alone.
    made = trace(
        subject,
        "preference",
        "scatter",
        numbers=encode(array("q")),
        coordinates={"x": encode(x), "y": encode(y)},
        hover=[],
    )
    return {
        **made,
        "mode": "lines+markers",
        "hoverinfo": "skip",
        "line": {"width": 1, "backoff": _POINT_SIZE / 2},
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "standoff": _POINT_SIZE / 2,
            # An arrow has one head.
            "size": [0, 10, 0] * len(graph.pairs),
        },
    }


def _nodes(
    subject: Subject,
    graph: _Graph,
    places: Mapping[int, float],
    texts: Mapping[int, str],
    role: Role,
) -> PlotlyJSON:
    numbers = graph.roles[role]
    made = trace(
        subject,
        role,
        "scatter",
        numbers=encode(array("q", numbers)),
        coordinates={
            "x": encode(array("d", [places[number] for number in numbers])),
            "y": encode(array("q", [graph.levels[number] for number in numbers])),
        },
        hover=["%{hovertext}"],
        name=NAMES[role],
    )
    has_labels = len(graph.levels) <= _MOST_LABELS
    return {
        **made,
        "mode": "markers+text" if has_labels else "markers",
        **(
            {"text": list(map(str, numbers)), "textposition": "middle right"} if has_labels else {}
        ),
        "hovertext": [texts[number] for number in numbers],
        "marker": {"symbol": STYLES[role].symbol, "size": _POINT_SIZE},
    }


def _layout(graph: _Graph) -> PlotlyJSON:
    return {
        "xaxis": {"visible": False},
        "yaxis": {
            "title": {"text": LEVEL_TITLE},
            "type": "linear",
            "autorange": "reversed",
            "dtick": max(1, max(graph.levels.values(), default=0) // 10),
            "zeroline": False,
        },
        "showlegend": True,
    }
