"""What somebody may have meant who named a storage that is not there."""

import re
from difflib import get_close_matches
from pathlib import Path

_ENDINGS = (".db", ".db3", ".sqlite", ".sqlite3", ".log", ".journal")
_MOST_NAMED = 3
_SQLITE = re.compile(r"sqlite(?:\+\w+)?:/{0,2}(?!/)(?P<path>.+)", re.IGNORECASE)


def hint_of_address(text: str) -> str:
    """What to type in the place of a misspelt address, nothing if it is not known."""
    sqlite = _SQLITE.fullmatch(text)
    if sqlite:
        return f"Type sqlite:///{sqlite['path']}"
    if text.startswith("postgres://"):
        return "Begin it with postgresql://"
    return ""


def hint_of_missing(path: Path) -> str:
    """Files that may be meant by ``path``, which is not there: of a similar name, or any."""
    names = _names_in(path.parent)
    similar = get_close_matches(path.name, names, _MOST_NAMED)
    return _listed("Near it", similar) if similar else hint_of_folder(path.parent)


def hint_of_folder(folder: Path) -> str:
    """The files in a folder that look like storages, the newest first."""
    return _listed(f"In {folder}", _names_in(folder)[:_MOST_NAMED])


def _listed(place: str, names: list[str]) -> str:
    verb = "are" if len(names) > 1 else "is"
    return f" {place} {verb} {' and '.join(names)}." if names else ""


def _names_in(folder: Path) -> list[str]:
    try:
        found = [
            (path.stat().st_mtime, path.name)
            for path in folder.iterdir()
            if path.suffix.lower() in _ENDINGS and path.is_file()
        ]
    except OSError:
        return []
    return [name for _, name in sorted(found, reverse=True)]
