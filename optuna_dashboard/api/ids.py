"""Numbers in paths."""

import re

from falcon.routing import BaseConverter

_DIGITS = re.compile(r"[0-9]{1,18}")


class IdConverter(BaseConverter):
    """A non-negative number in plain digits; any other text makes the path unknown.

    ``int`` alone would also take ``1_000``, ``+1`` and digits of other scripts.
    """

    def convert(self, value: str) -> int | None:
        return int(value) if _DIGITS.fullmatch(value) else None
