"""The token that opens the dashboard, and the cookie that stands for it."""

from hashlib import pbkdf2_hmac, sha256
from hmac import compare_digest

_SHORTEST = 8
_ROUNDS = 100_000


class TokenError(ValueError):
    """A token cannot be used; the message says why."""


class Token:
    """What everybody needs who may see the dashboard.

    Args:
        text: the token itself; surrounding space does not count.

    Raises:
        TokenError: if it is too short to keep anybody out, or cannot stand in a header.
    """

    def __init__(self, text: str) -> None:
        text = text.strip()
        if len(text) < _SHORTEST:
            raise TokenError(f"The token is too short: it takes {_SHORTEST} characters or more.")
        if not (text.isascii() and text.isprintable()) or " " in text:
            raise TokenError("The token may have letters, digits and signs of ASCII, no spaces.")
        self._hash = _hash(text)
        # All processes make the same cookie of a token, another token makes another. That
        # takes a moment, which whoever guesses tokens by way of the cookie needs each time.
        stretched = pbkdf2_hmac("sha256", text.encode(), b"optuna-dashboard", _ROUNDS)
        self.cookie_value = stretched.hex()
        # Cookies know no port: dashboards beside this one have cookies of their own.
        self.cookie_name = f"optuna-dashboard-{_hash(self.cookie_value).hex()[:8]}"

    def is_right(self, text: str) -> bool:
        """Whether this is the token."""
        return compare_digest(_hash(text), self._hash)

    def is_right_cookie(self, value: str) -> bool:
        """Whether this is the value of its cookie."""
        return compare_digest(_hash(value), _hash(self.cookie_value))


def _hash(text: str) -> bytes:
    return sha256(text.encode(errors="surrogatepass")).digest()
