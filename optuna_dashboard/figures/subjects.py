"""The studies of one figure, and what tells them apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from optuna_dashboard.study.study import Study

Dash = Literal["solid", "dash", "dot"]
Shape = Literal["circle", "square", "diamond"]

# Three shapes and three dashes with the eight colours of the page make 24 signs of which no
# two are alike, as 3 and 8 have no common divisor.
_SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond")
_DASHES: tuple[Dash, ...] = ("solid", "dash", "dot")
MOST_STUDIES = 20  # in one figure

_LONGEST = 40  # letters of a label
_LONGEST_PARTS = (26, 20)  # of a name and its origin in one label


@dataclass(frozen=True, slots=True)
class Subject:
    """A study that a figure shows.

    ``id`` is the one by which the outside knows it. Of several studies ``label`` tells it
    from the others, and ``place`` is its place among them; alone it has neither.
    ``utc_offset`` is by how many minutes the clock on which times are to be read is ahead of
    UTC.
    """

    study: Study
    id: int
    label: str = ""
    place: int | None = None
    utc_offset: int = 0

    @property
    def shift(self) -> float:
        """Seconds to add to its times; none where nobody knows which clock they are of."""
        return 60.0 * self.utc_offset if self.study.header.clock == "utc" else 0.0

    @property
    def dash(self) -> Dash:
        """How its lines are dashed, as Plotly names it."""
        return _DASHES[(self.place or 0) % len(_DASHES)]

    @property
    def shape(self) -> Shape:
        """The symbol of its points among those of other studies."""
        return _SHAPES[(self.place or 0) % len(_SHAPES)]

    def said(self, notes: Sequence[str]) -> list[str]:
        """Sentences about this study, that say so where there are others."""
        return [f"{self.label}: {note}" if self.label else note for note in notes]


def subjects_of(
    studies: Sequence[Study],
    ids: Sequence[int] | None = None,
    origins: Sequence[str] = (),
    utc_offset: int = 0,
) -> list[Subject]:
    """The studies as subjects of one figure.

    Args:
        studies: one or more, in the order of the legend.
        ids: the ids by which the outside knows them, if not their own.
        origins: where each is from; studies of one name are told apart by that first.
        utc_offset: see ``Subject``.
    """
    ids = ids or [study.id for study in studies]
    if len(studies) == 1:
        return [Subject(studies[0], ids[0], utc_offset=utc_offset)]
    labels = study_labels([study.name for study in studies], origins)
    return [
        Subject(study, id_, label, place, utc_offset)
        for place, (study, id_, label) in enumerate(zip(studies, ids, labels))
    ]


def study_labels(names: Sequence[str], origins: Sequence[str] = ()) -> list[str]:
    """Short names of studies, no two alike: with their origin where that helps, else counted."""
    labels = [shortened(name, _LONGEST) or "(no name)" for name in names]
    places: dict[str, set[str]] = {}
    for label, origin in zip(labels, origins):
        places.setdefault(label, set()).add(origin)
    for i, origin in enumerate(origins):
        if len(places[labels[i]]) > 1:
            parts = zip((labels[i], origin), _LONGEST_PARTS)
            labels[i] = "{} ({})".format(*(shortened(part, most) for part, most in parts))
    return _counted(labels)


def shortened(text: str, most: int) -> str:
    """The text in one line of so many letters; the middle is left out, as names of a series
    often differ only at their end."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    tail = most * 2 // 5
    return f"{text[: most - tail - 1]}…{text[-tail:]}"


def _counted(labels: Sequence[str]) -> list[str]:
    """The labels with a number where one is there already."""
    taken: dict[str, None] = {}
    for label in labels:
        unique, n = label, 1
        while unique in taken:
            n += 1
            unique = f"{label} #{n}"
        taken[unique] = None
    return list(taken)
