"""Plotly figures that a user's program saved with a study."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from optuna_dashboard.study.attrs.keys import is_number
from optuna_dashboard.study.attrs.setting import Setting, chunk_settings
from optuna_dashboard.study.json import JSON, parse_json

_PREFIX = "dashboard:plot_data:"


@dataclass(frozen=True)
class SavedPlot:
    id: str
    figure: str  # Plotly JSON

    @cached_property
    def content(self) -> JSON:
        """The figure, or whatever was saved instead; None if that is no JSON."""
        try:
            content: JSON = parse_json(self.figure)
        except ValueError:
            return None
        return content


def read_saved_plots(study_attrs: Mapping[str, JSON]) -> list[SavedPlot]:
    """Saved figures in the order in which they were first saved.

    A figure is cut into chunks under ``<id>:<chunk>``; the id may hold colons, so the
    chunk is what follows the last one. Surplus chunks of a replaced figure are empty.
    """
    chunks: dict[str, dict[int, str]] = {}
    for key, value in study_attrs.items():
        plot_id, _, chunk = key.removeprefix(_PREFIX).rpartition(":")
        if key.startswith(_PREFIX) and is_number(chunk) and isinstance(value, str):
            chunks.setdefault(plot_id, {})[int(chunk)] = value
    plots = [
        SavedPlot(plot_id, "".join(parts[i] for i in sorted(parts)))
        for plot_id, parts in chunks.items()
    ]
    return [plot for plot in plots if plot.figure]


def plot_settings(study_attrs: Mapping[str, JSON], plot_id: str, figure: str) -> list[Setting]:
    """What to set in the system attributes of a study to save a figure under this id.

    An empty text deletes the one that is there.
    """
    return chunk_settings(f"{_PREFIX}{plot_id}:", figure, study_attrs)
