"""The form of a report: what people are asked about a trial."""

from collections.abc import Iterable, Sequence

from optuna_dashboard.figures.text import listed
from optuna_dashboard.report.facts import definitions
from optuna_dashboard.report.text import paragraphs, value_text
from optuna_dashboard.study.attrs.fields import Field
from optuna_dashboard.study.form import form_fields
from optuna_dashboard.study.study import Study


def form(study: Study) -> Iterable[str]:
    """Every question, how it is answered, and what the answer becomes, if there is a form."""
    labels = study.header.objective_labels
    questions = [
        (
            field.label or "(no question)",
            f"{_how(field, place)}; becomes {_what(field, place, labels)}",
        )
        for field, place in form_fields(study.header)
        if field.type != "user_attr"
    ]
    if questions:
        yield '<section aria-labelledby="form"><h2 id="form">Form</h2>'
        yield paragraphs(["What people are asked about a trial."], 'class="note"')
        yield definitions(questions, "values")
        yield "</section>"


def _how(field: Field, place: int | None) -> str:
    choices = [label for label, _ in field.choices]
    if field.type == "choice":
        return f"One of {', '.join(choices)}" if choices else "A choice"
    if field.type == "text":
        text = "A text" if place is None else "A number"  # of a trial's values
        return f"{text}, or nothing" if field.optional else text
    ends = [value_text(end) for end in (field.low, field.high) if end is not None]
    marks = f" ({listed(choices)})" if choices else ""
    return f"A number from {' to '.join(ends)}{marks}" if ends else f"A number{marks}"


def _what(field: Field, place: int | None, labels: Sequence[str]) -> str:
    if place is not None:
        return labels[place]
    return f"the user attribute {field.user_attr}" if field.user_attr else "nothing"
