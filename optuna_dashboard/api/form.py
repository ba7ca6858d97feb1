"""The form of a study and a trial's answers to it as JSON."""

from collections.abc import Sequence

from optuna_dashboard.api.encode import optional_value, value
from optuna_dashboard.api.schema import Form, FormAnswer, FormField, Json
from optuna_dashboard.study.attrs.fields import Field
from optuna_dashboard.study.attrs.widgets import read_form_widgets
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.form import form_fields
from optuna_dashboard.study.study import StudyHeader


def form_json(header: StudyHeader) -> Form | None:
    """What people are asked about a trial, None if they are asked nothing."""
    form = read_form_widgets(header.system_attrs)
    labels = header.objective_labels
    fields = [_field_json(field, place, labels) for field, place in form_fields(header)]
    return {"output_type": form.output_type, "fields": fields} if form and fields else None


def answers_json(header: StudyHeader, trial: Trial) -> list[FormAnswer]:
    """A trial's answers to the form, empty if there is not one."""
    answers = [(field, _answer(field, place, trial)) for field, place in form_fields(header)]
    if all(answer is None for _, answer in answers):
        return []
    return [
        {"label": field.label, "answer": answer, "choice": _choice(field, answer)}
        for field, answer in answers
    ]


def _field_json(field: Field, place: int | None, labels: Sequence[str]) -> FormField:
    return {
        "type": field.type,
        "label": field.label,
        "objective": None if place is None else labels[place],
        "place": place,
        "user_attr": field.user_attr,
        "choices": [{"label": label, "value": item} for label, item in field.choices],
        "low": optional_value(field.low),
        "high": optional_value(field.high),
        "step": optional_value(field.step),
        "optional": field.optional,
    }


def _answer(field: Field, place: int | None, trial: Trial) -> Json:
    values = trial.values or []
    if place is not None and place < len(values):
        return value(values[place])
    return None if field.user_attr is None else trial.user_attrs.get(field.user_attr)


def _choice(field: Field, answer: Json) -> str | None:
    """The text of the answer, if it is one of the choices."""
    if answer is None:
        return None
    return next((label for label, item in field.choices if item == answer), None)
