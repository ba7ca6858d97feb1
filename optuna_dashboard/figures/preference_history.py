"""Preference history: what people answered, in the order in which they did."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject
from optuna_dashboard.figures.options import Choice, Option, Select, Settings, Toggle
from optuna_dashboard.figures.text import counted, escape, listed, named_trials
from optuna_dashboard.figures.thin import at_most
from optuna_dashboard.figures.traces import STYLES, Role, kind_of, point_size, trace
from optuna_dashboard.study.attrs.preferences import Feedback, read_history
from optuna_dashboard.study.preferred import skipped_numbers
from optuna_dashboard.study.study import Study

_MOST_ANSWERS = 5_000
_ALL = "all"
_LAST = (10, 100, 1_000)
_NAMES: Mapping[Role, str] = {"taken-back": "Taken back", "complete": "Better", "worse": "Worst"}


class PreferenceHistory(Figure):
    name = "preference-history"
    title = "Preference history"
    description = (
        "What people answered, one after the other: which trials they were shown, and which of "
        "them was the worst."
    )

    def suits(self, study: Study) -> bool:
        return study.header.is_preferential

    def options(self, studies: Sequence[Study]) -> list[Option]:
        last = [Choice(str(n), f"Last {n:,}") for n in _LAST]
        return [
            Select("answers", "Answers", [Choice(_ALL, "All"), *last], _ALL),
            Toggle("removed", "Answers taken back", True),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        history = _History.of(subject.study, settings)
        points = history.points()
        kind = kind_of(sum(map(len, points.values())))
        data = [_points(subject, role, points[role], kind) for role in _NAMES if points[role]]
        if data:
            data.insert(0, _lines(subject, history))
        return Drawing(
            data=data,
            layout=_layout(history, data),
            shown=len({point.number for some in points.values() for point in some}),
            notes=history.notes,
        )


@dataclass(frozen=True, slots=True)
class _Point:
    """A trial in an answer, whose place among all of them counts from 1."""

    place: int
    number: int
    hover: str


@dataclass(frozen=True, slots=True)
class _History:
    """The answers that are drawn, with their places among all that were given."""

    answers: list[tuple[int, Feedback]]
    notes: list[str]

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_History":
        numbered = list(enumerate(read_history(study.header.system_attrs), 1))
        notes = [] if numbered else ["Nobody has compared trials yet."]
        if skipped := skipped_numbers(study.preferences, study.index):
            notes.append(f"Skipped: {named_trials(skipped)}.")
        known = set(study.index.numbers)
        found = [
            (place, one)
            for place, one in numbered
            if one.clicked in known and known.issuperset(one.candidates)
        ]
        omitted = []
        if n_unknown := len(numbered) - len(found):
            omitted.append(f"{counted(n_unknown, 'answer')} about trials that are not there")
        if not settings.flag("removed"):
            kept = [(place, one) for place, one in found if not one.is_removed]
            if n_removed := len(found) - len(kept):
                omitted.append(f"{counted(n_removed, 'answer')} taken back")
            found = kept
        if omitted:
            notes.append(f"Not drawn: {listed(omitted)}.")
        if settings.text("answers") != _ALL:
            found = found[-int(settings.text("answers")) :]
        most = at_most(_MOST_ANSWERS)
        if len(found) > most:
            notes.append(f"The last {most:,} of {counted(len(found), 'answer')} are drawn.")
            found = found[-most:]
        return cls(found, notes)

    def points(self) -> dict[Role, list[_Point]]:
        points: dict[Role, list[_Point]] = {role: [] for role in _NAMES}
        for place, one in self.answers:
            trials = _trials(one)
            others = [number for number in trials if number != one.clicked]
            worst = _hover("Worse", others, place, one)
            better = _hover("Better", [one.clicked], place, one)
            for number in trials:
                is_worst = number == one.clicked
                role: Role = "worse" if is_worst else "complete"
                points["taken-back" if one.is_removed else role].append(
                    _Point(place, number, worst if is_worst else better)
                )
        return points


def _trials(answer: Feedback) -> list[int]:
    """The trials that somebody was shown, each once."""
    return list(dict.fromkeys([*answer.candidates, answer.clicked]))


def _hover(what: str, others: Sequence[int], place: int, answer: Feedback) -> str:
    told = f"than {named_trials(others)}" if others else ""
    when = escape(answer.timestamp.replace("T", " ")[:19])
    return f"{what} {told}<br>Answer {place:,}, {when}"


def _points(subject: Subject, role: Role, points: Sequence[_Point], kind: str) -> PlotlyJSON:
    made = trace(
        subject,
        role,
        kind,
        numbers=encode(array("q", [point.number for point in points])),
        coordinates={
            "x": encode(array("q", [point.place for point in points])),
            "y": encode(array("q", [point.number for point in points])),
        },
        hover=["%{hovertext}"],
        name=_NAMES[role],
    )
    return {
        **made,
        "mode": "markers",
        "hovertext": [point.hover for point in points],
        "marker": {"symbol": STYLES[role].symbol, "size": point_size(len(points))},
    }


def _lines(subject: Subject, history: _History) -> PlotlyJSON:
    """From the first to the last of the trials that stood beside each other."""
    gap = float("nan")
    x, y = array("d"), array("d")
    for place, one in history.answers:
        trials = _trials(one)
        x.extend([place, place, gap])
        y.extend([min(trials), max(trials), gap])
    made = trace(
        subject,
        "preference",
        "scatter",
        numbers=encode(array("q")),
        coordinates={"x": encode(x), "y": encode(y)},
        hover=[],
        name="Shown together",
    )
    return {**made, "mode": "lines", "hoverinfo": "skip", "line": {"width": 1}}


def _layout(history: _History, data: Sequence[PlotlyJSON]) -> PlotlyJSON:
    places = [place for place, _ in history.answers]
    # Between few answers Plotly would put halves.
    few = max(places, default=0) - min(places, default=0) < 10
    return {
        "xaxis": {"title": {"text": "Answer"}, "type": "linear", **({"dtick": 1} if few else {})},
        "yaxis": {"title": {"text": "Trial"}, "type": "linear"},
        "showlegend": bool(data),
    }
