"""What a figure is: its options, the studies it shows, and what comes out."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from optuna_dashboard.figures.comparable import check_comparable
from optuna_dashboard.figures.options import (
    Option,
    OptionError,
    OptionValue,
    Settings,
    apply_options,
)
from optuna_dashboard.figures.subjects import Subject, subjects_of
from optuna_dashboard.study.study import Study

__all__ = ["Drawing", "Figure", "FigureResult", "Option", "OptionError", "OptionValue", "Subject"]

PlotlyJSON = dict[str, Any]
TableRow: TypeAlias = Sequence[str | float | None]


class FigureError(ValueError):
    """There is nothing that could be drawn of what is stored; the text is a sentence for the
    user."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a figure, with what belongs to them, as somebody calculates on with."""

    names: Sequence[str]
    rows: Sequence[TableRow]


@dataclass(slots=True)
class Drawing:
    """What ``Figure.draw`` makes: Plotly traces and layout, without a theme.

    ``shown`` counts the trials that are drawn, None if the figure is not one of trials;
    ``notes`` are sentences that say which are not, and why. A figure with ``has_table`` has
    a ``table``, also when nothing can be drawn.
    """

    data: list[PlotlyJSON]
    layout: PlotlyJSON
    shown: int | None
    notes: list[str] = field(default_factory=list)
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class FigureResult:
    """A drawn figure, with the options it offers and the values they had.

    ``total`` counts all trials of the studies. In ``figure`` every trace has ``meta``
    with ``role``, ``study`` and ``numbers``, see ``traces``.
    """

    figure: PlotlyJSON
    options: list[Option]
    applied: dict[str, OptionValue]
    shown: int | None
    total: int
    notes: list[str]
    table: Table | None = None

    def to_json(self) -> PlotlyJSON:
        return {
            "figure": self.figure,
            "options": [option.to_json() for option in self.options],
            "applied": self.applied,
            "shown": self.shown,
            "total": self.total,
            "notes": self.notes,
        }


class Figure(ABC):
    """A kind of figure. A new one is a subclass in a file of its own, and a line in
    ``registry``.

    ``draw`` reads only the columns it needs, so that a figure costs what it shows.
    """

    name: str  # in addresses, unique
    title: str
    description: str  # a sentence on what it shows
    overlays: ClassVar[bool] = False  # whether it can show several studies at once
    alone: ClassVar[bool] = True  # whether the pages of a single study offer it
    has_table: ClassVar[bool] = False  # whether its numbers can be had as a table

    @abstractmethod
    def suits(self, study: Study) -> bool:
        """Whether this figure can ever show something of ``study``; reads no trial."""

    @abstractmethod
    def options(self, studies: Sequence[Study]) -> list[Option]:
        """The controls, with the choices that these studies give."""

    def read_ahead(self, study: Study) -> None:
        """Read in one pass what the options and the drawing would read one after the other."""
        return

    @abstractmethod
    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        """The traces and the layout. ``settings`` holds a valid value of every option."""

    def build(
        self,
        studies: Sequence[Study],
        values: Mapping[str, str],
        ids: Sequence[int] | None = None,
        utc_offset: int = 0,
        origins: Sequence[str] = (),
    ) -> FigureResult:
        """Draw ``studies``, one or more, with the given values of options.

        Args:
            studies: what to show, in the order of the legend.
            values: options by name as they stand in an address; others have their default.
            ids: the ids by which the outside knows the studies, if not their own.
            utc_offset: by how many minutes the clock of the reader is ahead of UTC. An axis
                has one offset all along, so that lengths on it are durations.
            origins: where each study is from, which tells those of one name apart.

        Raises:
            OptionError: if an option is unknown or its value is not one it can have, or if
                the figure cannot show several studies.
            NotComparableError: if these studies cannot be shown together.
        """
        if len(studies) > 1 and not self.overlays:
            raise OptionError(f"{self.title} shows one study at a time.")
        subjects = subjects_of(studies, ids, origins, utc_offset)
        if len(subjects) > 1:
            check_comparable(subjects)
        for study in studies:
            self.read_ahead(study)
        options = self.options(studies)
        settings = apply_options(options, values)
        drawing = self.draw(subjects, settings)
        return FigureResult(
            figure={"data": drawing.data, "layout": drawing.layout},
            options=options,
            applied=settings.values,
            shown=drawing.shown,
            total=sum(len(study.index) for study in studies),
            notes=drawing.notes,
            table=drawing.table,
        )
