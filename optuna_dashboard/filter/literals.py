"""Values and names as they are written in a filter, and back."""

import json
import re

from optuna_dashboard.filter.errors import FilterError
from optuna_dashboard.filter.tokens import Token
from optuna_dashboard.study.json import JSON

_DOTTED = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def number_of(token: Token) -> int | float:
    """The number of a token, a whole one exactly."""
    try:
        return int(token.text) if token.text.isdecimal() else float(token.text)
    except ValueError:  # Python reads no more than some thousand digits
        raise FilterError("this number has too many digits", token.place) from None


def text_of(token: Token) -> str:
    """The text that stands in quotes; escapes are those of JSON, and ``\\'``."""

    def unescape(match: "re.Match[str]") -> str:
        escape = match[1]
        if len(escape) == 5:
            return chr(int(escape[1:], 16))
        if escape in "\"'\\/":
            return str(escape)
        if escape not in _ESCAPED:
            raise FilterError(r"a backslash in text is written \\", token.place)
        return _ESCAPED[escape]

    text = _ESCAPE.sub(unescape, token.text[1:-1])
    # Two escapes may be the halves of one character.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def name_text(root: str, key: str | int | None = None) -> str:
    """A name as it is written: ``params.lr``, ``params["any name"]``, ``values[0]``."""
    if key is None:
        return root
    if isinstance(key, int):
        return f"{root}[{key}]"
    return f"{root}.{key}" if _DOTTED.fullmatch(key) else f"{root}[{quoted(key)}]"


def literal_text(value: JSON) -> str | None:
    """A value as it is written; None for one that cannot be, such as an object or NaN."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        # Python writes infinite numbers as the language does.
        return None if value != value else repr(value)  # noqa: PLR0124 - NaN
    if isinstance(value, dict):
        return None
    items = [literal_text(item) for item in value]
    return None if None in items else f"[{', '.join(map(str, items))}]"


def quoted(text: str) -> str:
    """Text in quotes; only what could not be shown or sent is escaped."""
    return _LONE_SURROGATE.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )
