"""The address of a storage, and how it is shown without its password."""

import re
from pathlib import Path
from urllib.parse import unquote

_SQLITE = re.compile(r"sqlite(\+\w+)?:///")
_QUERY = re.compile(r"\?(?=\w+=)")
_HIDDEN = "***"


class Address:
    """A path, or a URL such as ``postgresql://user:password@host:5432/name``."""

    def __init__(self, text: str) -> None:
        self.text = text
        scheme, mark, self._rest = text.partition("://")
        self.scheme = scheme.lower() if mark else ""

    @property
    def path(self) -> Path | None:
        """The file that is meant, None for the address of a server."""
        is_sqlite = _SQLITE.match(self.text)
        if is_sqlite:
            return Path(_QUERY.split(self.text[is_sqlite.end() :])[0])
        return None if self.scheme else Path(self.text)

    @property
    def label(self) -> str:
        """What may be shown: neither the user's name nor a password, nor options."""
        location = _QUERY.split(self._rest)[0]
        return f"{self.scheme}://{location.rpartition('@')[2]}" if self.scheme else self.text

    def hide(self, message: str) -> str:
        """The message, with the label in the place of the address, and no password."""
        message = message.replace(self.text, self.label)
        for secret in sorted(self._secrets(), key=len, reverse=True):
            message = message.replace(secret, _HIDDEN)
        return message

    def _secrets(self) -> set[str]:
        location, *options = _QUERY.split(self._rest)
        user = location.rpartition("@")[0]
        password = user.partition(":")[2]
        values = [
            value
            for option in "&".join(options).split("&")
            for key, _, value in [option.partition("=")]
            if "pass" in key.lower()
        ]
        return {form for value in [password, *values] if value for form in (value, unquote(value))}
