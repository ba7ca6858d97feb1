"""What a study keeps of what was asked of it."""

from pathlib import Path

from optuna_dashboard.storage.open import open_storage

FILE = Path(__file__).parents[1] / "fixtures" / "special" / "small.db"


def test_only_the_latest_orders_are_kept() -> None:
    study = open_storage(str(FILE)).study(1)
    made: list[int] = []

    def order(key: int) -> list[int]:
        def make() -> list[int]:
            made.append(key)
            return [key]

        return study.order(key, make)

    for key in (0, 1, 2, 3, 4, 5, 0, 6):
        assert order(key) == [key]
    assert made == [0, 1, 2, 3, 4, 5, 6]
    order(0)
    assert made == [0, 1, 2, 3, 4, 5, 6]
    order(1)
    assert made == [0, 1, 2, 3, 4, 5, 6, 1]
