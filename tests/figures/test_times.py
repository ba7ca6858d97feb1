"""Times and durations in words."""

import pytest

from optuna_dashboard.figures.times import clock_name, date_strings, duration_text
from optuna_dashboard.study.study import Clock


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 ms"),
        (0.0123, "12.3 ms"),
        (0.9999, "1 s"),
        (1.5, "1.5 s"),
        (59.97, "1 min"),
        (60, "1 min"),
        (200, "3 min 20 s"),
        (3_600, "1 h"),
        (3_725, "1 h 2 min"),
        (86_400 * 2 + 3_600 * 5, "2 d 5 h"),
        (-200, "-3 min 20 s"),
        (-0.5, "-500 ms"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_dates_of_another_clock() -> None:
    noon = 12 * 3600
    assert date_strings([noon, noon + 0.25]) == [
        "1970-01-01 12:00:00.000",
        "1970-01-01 12:00:00.250",
    ]
    assert date_strings([noon], 14 * 3600) == ["1970-01-02 02:00:00.000"]
    assert date_strings([noon], -12.5 * 3600) == ["1969-12-31 23:30:00.000"]


@pytest.mark.parametrize(
    ("clocks", "utc_offset", "name"),
    [
        ({"utc"}, 0, "UTC"),
        ({"utc"}, 120, "UTC+02:00"),
        ({"utc"}, -210, "UTC-03:30"),
        ({"as-written"}, 120, "as written"),
        ({"as-written", "utc"}, 0, "UTC or as written"),
        ({"as-written", "utc"}, 345, "UTC+05:45 or as written"),
    ],
)
def test_names_of_clocks(clocks: set[Clock], utc_offset: int, name: str) -> None:
    assert clock_name(clocks, utc_offset) == name
