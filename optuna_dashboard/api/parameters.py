"""Query parameters, checked; what is wrong with one is said in a sentence."""

import falcon

from optuna_dashboard.api.resource import Query, bad_request
from optuna_dashboard.study.states import TrialState

FILTER = Query(
    "filter",
    {"type": "string"},
    "only trials for which this is true, such as value < 0.1 and state == COMPLETE; "
    "what can be written is told in filter.md",
)


def integer(req: falcon.Request, name: str, default: int, most: int | None = None) -> int:
    """A whole number of at least 0, or an answer of 400."""
    text = req.get_param(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise bad_request(f"{name}={text} is not a whole number of at least 0")
    number = int(text)
    if most is not None and number > most:
        raise bad_request(f"{name}={text} is more than {most}")
    return number


def filter_text(req: falcon.Request) -> str:
    """The filter, empty if there is none."""
    return req.get_param("filter", default="")


def study_ids(req: falcon.Request, name: str) -> list[int]:
    """Ids of studies, separated by commas or repeated, each once."""
    texts = [text for part in req.get_param_as_list(name, default=[]) for text in part.split(",")]
    for text in texts:
        if not (text.isascii() and text.isdecimal()) or len(text) > 18:
            raise bad_request(f"{name}={text} is not the id of a study")
    return list(dict.fromkeys(map(int, texts)))


def states(req: falcon.Request) -> frozenset[TrialState]:
    """Trial states, separated by commas or repeated; none given is an empty set."""
    found = set()
    for text in req.get_param_as_list("state", default=[]):
        for name in filter(None, text.split(",")):
            if name.upper() not in TrialState.__members__:
                known = ", ".join(state.label for state in TrialState)
                raise bad_request(f"state={name} is unknown; there are {known}")
            found.add(TrialState.parse(name))
    return frozenset(found)
