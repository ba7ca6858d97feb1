"""Plotly figures that programs save with a study."""

import re
from typing import Protocol
from uuid import uuid4

from optuna import Study

from optuna_dashboard.python_api.study_attrs import StudyAttrs
from optuna_dashboard.study.attrs.plots import plot_settings

_ID = re.compile(r"\S[A-Za-z0-9_:.-]*")


class Figure(Protocol):
    """A ``plotly.graph_objects.Figure``."""

    def to_json(self) -> str | None: ...


def save_plotly_graph_object(
    study: Study, figure: Figure, *, graph_object_id: str | None = None
) -> str:
    """Save a figure, which the dashboard shows with the study.

    Args:
        study: the study that it is of.
        figure: a ``plotly.graph_objects.Figure``.
        graph_object_id: an id that is valid in HTML; a figure that was saved under it is
            replaced. A new one if left out.

    Returns:
        The id of the figure.

    Raises:
        ValueError: if the id is not valid.
    """
    plot_id = str(uuid4()) if graph_object_id is None else graph_object_id
    if not _ID.fullmatch(plot_id):
        raise ValueError("graph_object_id must be a valid id of HTML.")
    attrs = StudyAttrs(study)
    attrs.write(plot_settings(attrs.read(), plot_id, figure.to_json() or ""))
    return plot_id
