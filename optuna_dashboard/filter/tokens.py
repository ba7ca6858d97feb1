"""From text to tokens."""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, cast

from optuna_dashboard.filter.errors import FilterError, Place

LONGEST = 10_000

Kind = Literal["number", "text", "word", "mark", "end"]

# A word is a name with its parts: parameters are often called such as "model.lr".
_TOKEN = re.compile(
    r"""
    (?P<number> (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? )
    | (?P<text> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' )
    | (?P<word> [^\W\d]\w*(?:\.\w+)* )
    | (?P<mark> == | != | <= | >= | [<>()\[\],+-] )
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACE = re.compile(r"\s*")

# What people write who know another language.
_FOREIGN = (
    ("<>", "write != for “is not equal”"),
    ("=", "write == to compare"),
    ("&", "write and between two conditions"),
    ("|", "write or between two conditions"),
    ("!", "write not before a condition, or != to compare"),
    ("≤", "write <="),
    ("≥", "write >="),
    ("≠", "write !="),
    ('"', 'a closing " is missing'),
    ("'", "a closing ' is missing"),
    ("“", 'text stands in straight quotes: "..."'),
    ("„", 'text stands in straight quotes: "..."'),
    (".", "a name is missing before or after the dot"),
    *((sign, "there is no arithmetic in a filter") for sign in "*/%^"),
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    place: Place

    def is_word(self, word: str) -> bool:
        """Whether it is this word of the language, in any case."""
        return self.kind == "word" and self.text.lower() == word


def tokens(text: str) -> list[Token]:
    """The tokens of a filter, with one of kind ``end`` after them.

    Raises:
        FilterError: at the first thing that is no part of a filter.
    """
    units = list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
    if len(text) > LONGEST:
        place = Place(units[LONGEST], units[-1])
        raise FilterError(f"a filter has at most {LONGEST:,} characters", place)
    found: list[Token] = []
    at = _skip(text, 0)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or text.startswith("<>", at):
            raise _foreign(text, at, units)
        kind = cast("Kind", match.lastgroup)
        found.append(Token(kind, match[0], Place(units[at], units[match.end()])))
        at = _skip(text, match.end())
    return [*found, Token("end", "", Place(units[-1], units[-1]))]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _foreign(text: str, at: int, units: list[int]) -> FilterError:
    for start, reason in _FOREIGN:
        if text.startswith(start, at):
            # Without its closing quote everything is inside.
            end = len(text) if start in "\"'" else at + len(start)
            return FilterError(reason, Place(units[at], units[end]))
    return FilterError(f"{text[at]} is no part of a filter", Place(units[at], units[at + 1]))
