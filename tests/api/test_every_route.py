"""Every route about every study of every file: answered, and as the document says."""

from pathlib import Path

import pytest

from tests.api.client import FIXTURES, parse_json, validate
from tests.api.every_route import every_answer, is_json, readable_files

FILES = list(readable_files(FIXTURES))


def test_there_are_files_of_every_kind() -> None:
    assert {path.parent.name for path in FILES} >= {"sqlite", "upgraded", "journal", "special"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_answer_is_as_the_document_says(path: Path) -> None:
    for address, status, body in every_answer(path):
        assert status == 200, (address, body[:500])
        if is_json(address):
            validate(address.partition("?")[0], parse_json(body))
