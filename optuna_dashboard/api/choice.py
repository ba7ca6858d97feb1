"""The trials that somebody wants to take along."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, TypeAlias

import falcon

from optuna_dashboard.api import parameters
from optuna_dashboard.api.body import body_length
from optuna_dashboard.api.resource import Query, Resource, bad_request, not_found
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.study.study import Study

Parameters: TypeAlias = Mapping[str, str | list[str]]

_MEBIBYTE = 2**20
# A million numbers fit.
_LONGEST_FORM = 8 * _MEBIBYTE
_FORM = falcon.MEDIA_URLENCODED


class ChoiceResource(Resource):
    """Answers about chosen trials. The choice may be longer than an address can be: a POST
    with the same parameters as a form reads as well as a GET, and changes nothing."""

    query: ClassVar[tuple[Query, ...]] = (
        Query("trial_ids", {"type": "string"}, "only these trial numbers: 0,3,4"),
        parameters.FILTER,
    )
    takes_form = True

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self._respond(resp, params["study_id"], req.params)

    def on_post(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        self._respond(resp, params["study_id"], _form(req))

    @abstractmethod
    def send_trials(
        self, resp: falcon.Response, study: Study, rows: Sequence[int], choice: Parameters
    ) -> None:
        """Answer with these rows; ``choice`` holds what else the answer is asked to be."""

    def _respond(self, resp: falcon.Response, study_id: int, choice: Parameters) -> None:
        _, study = self.find(study_id)
        self.send_trials(resp, study, _chosen_rows(study, choice), choice)


def choice_text(choice: Parameters, name: str) -> str:
    """A parameter; of one that is given twice the last, as everywhere."""
    text = choice.get(name, "")
    return text if isinstance(text, str) else text[-1]


def _chosen_rows(study: Study, choice: Parameters) -> Sequence[int]:
    """Rows in order of number; all without a choice."""
    rows = _numbered_rows(study, choice_text(choice, "trial_ids"))
    text = choice_text(choice, "filter")
    if not text.strip():
        return rows
    wanted = matching(study, text)
    return [row for row in rows if wanted[row]]


def _numbered_rows(study: Study, text: str) -> Sequence[int]:
    if not text:
        return range(len(study.index))
    try:
        wanted = {int(number) for number in text.split(",")}
    except ValueError:
        reason = "Invalid trial_ids format. Expected comma-separated integers"
        raise bad_request(reason) from None
    rows = [row for row, number in enumerate(study.index.numbers) if number in wanted]
    if not rows:
        raise not_found("all specified trial_ids is not found")
    return rows


def _form(req: falcon.Request) -> Parameters:
    kind = (req.content_type or "").partition(";")[0].strip()
    if kind != _FORM:
        raise falcon.HTTPUnsupportedMediaType(description=f"the body has to be {_FORM}")
    if body_length(req) > _LONGEST_FORM:
        reason = f"the form is longer than {_LONGEST_FORM // _MEBIBYTE} MiB"
        raise falcon.HTTPContentTooLarge(description=reason)
    form: Parameters = req.get_media()
    return form
