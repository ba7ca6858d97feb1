"""The data that the script of a report draws, and the place of that script."""

import json
from collections.abc import Mapping
from typing import Any

# Stands once in the head of a report. A host puts ``report.html`` of the built pages there:
# what the document may do, its style and its script.
PARTS = "<!-- parts -->"


def complete(document: bytes, parts: bytes) -> bytes:
    """A report that stands for itself, from the document of the core and the built parts."""
    return document.replace(PARTS.encode(), parts, 1)


def data_script(data: Mapping[str, Any]) -> str:
    """JSON within HTML, where no text can end the element."""
    text = json.dumps(data, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json">{text}</script>'
