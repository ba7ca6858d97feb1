"""Values as text for reading, and any text as HTML."""

import html
import json
from collections.abc import Iterable
from math import isnan

from optuna_dashboard.figures.text import number_text
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Clock
from optuna_dashboard.study.times import to_datetime

_LONGEST = 200  # letters of one value
_LARGEST_WHOLE = 1e15  # a float above it has no digits after the point anyway

# In the order of what a study has achieved, is at, and what went wrong.
STATE_TEXTS = {
    TrialState.COMPLETE: "complete",
    TrialState.PRUNED: "pruned",
    TrialState.RUNNING: "running",
    TrialState.WAITING: "waiting",
    TrialState.FAIL: "failed",
    TrialState.UNKNOWN: "unknown",
}


def escape(text: str) -> str:
    """Text as HTML, also within quotes."""
    return html.escape(text)


def tag(name: str, content: str, attributes: str = "") -> str:
    """An element with content that is HTML already."""
    return f"<{name}{' ' if attributes else ''}{attributes}>{content}</{name}>"


def paragraphs(sentences: Iterable[str], attributes: str = "") -> str:
    """A paragraph of sentences, nothing without any."""
    text = " ".join(sentences)
    return tag("p", escape(text), attributes) if text else ""


def value_text(value: float) -> str:
    """A number: whole ones whole, others with six digits."""
    is_whole = isinstance(value, int) or (abs(value) < _LARGEST_WHOLE and value.is_integer())
    return str(int(value)) if is_whole else number_text(value)


def json_text(value: JSON) -> str:
    """A value of any kind on one line: text as it is, what is neither as JSON."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        text = value_text(value)
    else:
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def time_text(seconds: float | None, clock: Clock) -> str:
    """A time of the written clock, to the second; nothing if there is none."""
    if seconds is None or isnan(seconds):
        return ""
    text = to_datetime(seconds).isoformat(" ", "seconds")
    return f"{text} UTC" if clock == "utc" else text


def study_title(name: str) -> str:
    """A study's name for reading; Optuna allows the empty one."""
    return name if name.strip() else "(no name)"
