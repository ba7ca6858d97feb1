"""Figures that a program of the user's saved with a study."""

import re
from collections.abc import Sequence

from optuna_dashboard.figures.figure import Drawing, Figure, FigureError, Subject
from optuna_dashboard.figures.foreign import ForeignError, clean, title_of
from optuna_dashboard.figures.options import Option, Settings
from optuna_dashboard.study.attrs.plots import SavedPlot
from optuna_dashboard.study.study import Study

PREFIX = "user:"
_ADDRESSABLE = re.compile(r"[^A-Za-z0-9_:-]")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST_TITLE = 80


class SavedFigure(Figure):
    """A Plotly figure as it was saved, apart from what could run or fetch something."""

    description = "A Plotly figure that a program saved with this study."

    def __init__(self, plot: SavedPlot) -> None:
        self._plot = plot
        self.name = saved_name(plot.id)
        title = title_of(plot.content) or ("" if _UUID.fullmatch(plot.id) else plot.id)
        self.title = _shortened(title or "Saved figure")

    def suits(self, study: Study) -> bool:
        return self._plot in study.saved_plots

    def options(self, studies: Sequence[Study]) -> list[Option]:
        return []

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        if self._plot.content is None:
            raise FigureError(f"What is saved as “{self._plot.id}” is not valid JSON.")
        try:
            figure = clean(self._plot.content)
        except ForeignError as error:
            raise FigureError(
                f"What is saved as “{self._plot.id}” is no figure: {error}."
            ) from None
        meta = {"role": "saved", "study": subject.id, "numbers": []}
        return Drawing(
            data=[{**trace, "meta": meta} for trace in figure.data],
            layout=figure.layout,
            shown=None,
            notes=figure.notes or ([] if figure.data else ["There is nothing in this figure."]),
        )


def saved_name(plot_id: str) -> str:
    """The name of a saved figure in an address, whatever its id is."""
    escaped = _ADDRESSABLE.sub(
        lambda found: "".join(f"%{b:02X}" for b in found[0].encode("utf-8", "surrogatepass")),
        plot_id,
    )
    return f"{PREFIX}{escaped}"


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
