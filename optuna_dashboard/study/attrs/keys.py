"""Numbers in the keys of attributes."""

# SQLite has no larger ids; ``int`` refuses a text of some thousand digits.
_MOST_DIGITS = 18


def is_number(text: str) -> bool:
    """Whether this part of a key is the id of a trial or the number of a chunk."""
    return text.isdecimal() and len(text) <= _MOST_DIGITS
