"""Times and durations in words."""

import pytest

from optuna_dashboard.figures.times import duration_text


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
