"""The form of a study: what people are asked about a trial."""

from collections.abc import Iterator

from optuna_dashboard.study.attrs.fields import Field, read_field
from optuna_dashboard.study.attrs.widgets import read_form_widgets
from optuna_dashboard.study.study import StudyHeader


def form_fields(header: StudyHeader) -> Iterator[tuple[Field, int | None]]:
    """Every field, with the place of the objective if the answer becomes its value."""
    form = read_form_widgets(header.system_attrs)
    if form is None:
        return
    for place, widget in enumerate(form.widgets):
        field = read_field(widget)
        is_value = form.output_type == "objective" and place < len(header.directions)
        if field:
            yield field, place if is_value else None
