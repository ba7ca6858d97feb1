"""Traces of points. Every trace of every figure says in ``meta`` what it means:

- ``role``: ``complete``, ``pruned``, ``infeasible``, ``best``, ``front``, ... The page
  colours by role; the symbol set here differs too, as colour alone says nothing to some.
  ``trial-number``, ``value`` and ``rank`` are complete trials coloured by that number, on
  the scale that the page has for it.
- ``study``: the id by which the outside knows the study.
- ``series``: of several studies, the place of this one among them; the page then colours by
  that, and the symbols and dashes here differ with it.
- ``numbers``: a typed array with the trial number of every point.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from optuna_dashboard.figures.encode import TypedArray, encode
from optuna_dashboard.figures.figure import PlotlyJSON, Subject
from optuna_dashboard.figures.text import escape
from optuna_dashboard.figures.thin import are_few

Role: TypeAlias = Literal[
    "best",
    "complete",
    "distribution",
    "dominated",
    "failed",
    "front",
    "hypervolume",
    "improvement",
    "infeasible",
    "over-surface",
    "preference",
    "pruned",
    "rank",
    "running",
    "skipped",
    "surface",
    "taken-back",
    "threshold",
    "trial-number",
    "value",
    "worse",
]
Coordinates: TypeAlias = "TypedArray | list[str] | list[str | None]"

# Roles whose points have the shape of their study where there are several studies.
_SHAPED: frozenset[Role] = frozenset(("complete", "dominated", "front", "hypervolume"))
_SYMBOL_NAMES: Mapping[str, str] = {"diamond-open": "Open diamonds", "x": "Crosses"}

# Above this many points WebGL draws faster than SVG and looks the same.
_MOST_SVG_POINTS = 2_000


@dataclass(frozen=True, slots=True)
class Style:
    """How a role looks in 2D (``symbol``) and 3D (``symbol_3d``, which has few), and its
    place in the legend."""

    name: str
    rank: int
    symbol: str
    symbol_3d: str = "circle"


STYLES: Mapping[Role, Style] = {
    "best": Style("Best value", 1, "circle"),
    "front": Style("Pareto front", 1, "diamond", "diamond"),
    "complete": Style("Complete", 2, "circle"),
    "dominated": Style("Dominated", 2, "circle", "circle"),
    "trial-number": Style("Complete", 2, "circle"),
    "rank": Style("Complete", 2, "circle"),
    "value": Style("Complete", 2, "circle"),
    "surface": Style("Surface", 2, "circle"),
    "over-surface": Style("Complete", 2, "circle"),
    "distribution": Style("", 2, "circle"),
    "hypervolume": Style("Hypervolume", 2, "circle"),
    "improvement": Style("Improvement", 2, "circle"),
    "threshold": Style("Threshold", 3, "circle"),
    "pruned": Style("Pruned", 3, "diamond-open"),
    "infeasible": Style("Infeasible", 4, "x", "x"),
    "running": Style("Running", 5, "circle-open"),
    "failed": Style("Failed", 6, "x-open"),
    "worse": Style("Worst", 3, "x"),
    "skipped": Style("Skipped", 4, "square-open"),
    "taken-back": Style("Taken back", 5, "circle-open"),
    "preference": Style("Preferred to", 6, "arrow"),
}


def kind_of(points: int) -> str:
    """The Plotly trace type for this many points in the plane."""
    return "scattergl" if points > _MOST_SVG_POINTS and not are_few() else "scatter"


def point_size(points: int) -> float:
    """Smaller as points crowd, in pixels."""
    if points <= 300:
        return 8
    if points <= _MOST_SVG_POINTS:
        return 6
    return 4 if points <= 20_000 else 3


def symbol_of(subject: Subject, role: Role, *, solid: bool = False) -> str:
    """The symbol of points in this role, in 3D if ``solid``."""
    if subject.place is not None and role in _SHAPED:
        return subject.shape
    return STYLES[role].symbol_3d if solid else STYLES[role].symbol


def explain_symbols(roles: Iterable[Role]) -> list[str]:
    """Sentences on the symbols of these roles, for a legend that names studies instead."""
    symbols = {STYLES[role].symbol: STYLES[role].name.lower() for role in roles}
    return [
        f"{name}: {symbols[symbol]} trials."
        for symbol, name in _SYMBOL_NAMES.items()
        if symbol in symbols
    ]


def dash_of(subject: Subject) -> PlotlyJSON:
    """A line, dashed as that of its study where there are several studies."""
    return {} if subject.place is None else {"dash": subject.dash}


def step_line(subject: Subject) -> PlotlyJSON:
    """The same in steps."""
    return {"shape": "hv", **dash_of(subject)}


def name_once(data: Sequence[PlotlyJSON]) -> None:
    """Leave one trace of each legend group in the legend: a line, or else the first."""
    entries: dict[str, PlotlyJSON] = {}
    for trace in data:
        if trace["mode"] == "lines" or trace["legendgroup"] not in entries:
            entries[trace["legendgroup"]] = trace
    for trace in data:
        trace["showlegend"] = trace is entries[trace["legendgroup"]]


def pick(column: Sequence[Any], rows: Iterable[int], typecode: str = "d") -> "array[Any]":
    """The given rows of a column."""
    return array(typecode, map(column.__getitem__, rows))


def numbers_of(subject: Subject, rows: Iterable[int]) -> TypedArray:
    """The trial numbers of the given rows."""
    return encode(pick(subject.study.index.numbers, rows, "q"))


def trace(
    subject: Subject,
    role: Role,
    kind: str,
    *,
    numbers: TypedArray,
    coordinates: "Mapping[str, Coordinates] | Mapping[str, TypedArray]",
    hover: Sequence[str],
    x_is_number: bool = False,
    name: str | None = None,
) -> PlotlyJSON:
    """What the traces of all figures share.

    Args:
        subject: whose trials these are.
        role: what they have in common.
        kind: a Plotly trace type.
        numbers: trial number of every point.
        coordinates: ``x``, ``y`` and perhaps ``z``, one entry for every point.
        hover: lines under the trial number, as a Plotly hover template.
        x_is_number: whether ``x`` holds the trial numbers, which then are not sent again
            for the hover text.
        name: in the legend, if not that of the role.
    """
    style = STYLES[role]
    name = name or style.name
    full_name = ": ".join(filter(None, (subject.label, name)))
    series = {} if subject.place is None else {"series": subject.place}
    number = "x" if x_is_number else "customdata"
    lines = [f"Trial %{{{number}:d}}", *hover]
    return {
        "type": kind,
        # In the legend a study is one thing.
        "name": escape(subject.label or name),
        "legendgroup": f"{subject.id}" if series else f"{subject.id} {role}",
        "legendrank": 1000 + series.get("series", style.rank),
        **coordinates,
        **({} if x_is_number else {"customdata": numbers}),
        "hovertemplate": f"{'<br>'.join(lines)}<extra>{escape(full_name)}</extra>",
        "meta": {"role": role, "study": subject.id, **series, "numbers": numbers},
    }
