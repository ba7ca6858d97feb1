"""Values as a report writes them."""

from math import inf, nan

import pytest

from optuna_dashboard.report.text import escape, json_text, time_text, value_text
from optuna_dashboard.study.json import JSON


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (1234567.0, "1234567"),
        (1e300, "1e+300"),
        (1.25e-7, "1.25e-07"),
        (inf, "inf"),
        (-inf, "-inf"),
        (nan, "nan"),
        (2**63, "9223372036854775808"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert json_text(value) == value_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (True, "true"),
        (None, "null"),
        ({"a": ["é", nan]}, '{"a": ["é", NaN]}'),
        (10**400, "1" + 199 * "0" + "…"),
        ("x" * 201, "x" * 200 + "…"),
    ],
)
def test_values(value: JSON, text: str) -> None:
    assert json_text(value) == text


def test_times() -> None:
    assert time_text(1772493300.75, "utc") == "2026-03-02 23:15:00 UTC"
    assert time_text(1772493300.0, "as-written") == "2026-03-02 23:15:00"
    assert time_text(None, "utc") == time_text(nan, "utc") == ""


def test_html() -> None:
    assert escape('<a title="b">\'&') == "&lt;a title=&quot;b&quot;&gt;&#x27;&amp;"
