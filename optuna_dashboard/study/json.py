"""Values that may stand in a JSON attribute."""

from typing import TypeAlias, Union

JSON: TypeAlias = Union[
    bool, int, float, str, "list[JSON]", "tuple[JSON, ...]", "dict[str, JSON]", None
]
