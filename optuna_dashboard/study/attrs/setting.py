"""What a write of attributes comes down to, and long texts cut into several of them."""

from collections.abc import Mapping
from typing import TypeAlias

from optuna_dashboard.study.attrs.keys import is_number
from optuna_dashboard.study.json import JSON

# A key and the value it is to have.
Setting: TypeAlias = tuple[str, JSON]

# Characters. A database may hold no more than 2048 of them in one attribute.
_CHUNK = 2045


def chunk_settings(prefix: str, text: str, present: Mapping[str, JSON]) -> list[Setting]:
    """What to set so that the chunks under ``prefix`` make up ``text``.

    A key cannot be deleted: chunks that are left over of a longer text become empty. Those
    that are right already are left out.
    """
    texts = {
        f"{prefix}{number}": text[start : start + _CHUNK]
        for number, start in enumerate(range(0, len(text), _CHUNK))
    }
    surplus = {
        key: ""
        for key in present
        if key.startswith(prefix) and is_number(key[len(prefix) :]) and key not in texts
    }
    return [(key, chunk) for key, chunk in (texts | surplus).items() if present.get(key) != chunk]
