"""JSON texts that are read, and those that are not."""

import json

import pytest

from optuna_dashboard.study.json import parse_json


@pytest.mark.parametrize(
    "text",
    [
        "1",
        ' {"a": [1, null]}\n',
        "NaN",
        '"[[["',
        "[" * 200 + "]" * 200,
        "[{}," * 99 + "1" + "]" * 99,
    ],
)
def test_as_the_standard_library_reads_it(text: str) -> None:
    assert repr(parse_json(text)) == repr(json.loads(text))


def test_many_brackets_are_not_deep() -> None:
    flat = [{"a": [i]} for i in range(500)]
    assert parse_json(json.dumps(flat)) == flat
    assert parse_json(json.dumps("[" * 999)) == "[" * 999


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 2",
        "{not json}",
        "9" * 5000,
        "[" * 201 + "]" * 201,
        '{"a":' * 900 + "NaN" + "}" * 900,
        "[" * 200_000 + "]" * 200_000,
    ],
    ids=lambda text: text[:10],
)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Extra|limit|deeply"):
        parse_json(text)
