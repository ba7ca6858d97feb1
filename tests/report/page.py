"""Reading a report as a browser does."""

import json
from html.parser import HTMLParser
from typing import Any

_VOID = {"meta", "link", "br", "!doctype"}


class Page(HTMLParser):
    """The elements of a document, which must be closed in the order in which they open."""

    def __init__(self, document: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self.data: list[Any] = []  # of the scripts
        self.rows: list[list[str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(document.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.data.append(json.loads(data, parse_constant=_refuse))
        else:
            self.text += data
            if {"th", "td"} & set(self._open):
                self.rows[-1][-1] += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of this name."""
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def figures(self) -> list[str]:
        return [str(attrs["data-name"]) for attrs in self.named("figure")]


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
