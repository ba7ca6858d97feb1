"""The best trials of a preferential study, in which people compare trials."""

from optuna_dashboard.study.attrs.preferences import Preferences
from optuna_dashboard.study.columns import TrialIndex


def preferred_rows(preferences: Preferences, index: TrialIndex) -> list[int]:
    """Rows of the trials that were preferred to another one, and none to them."""
    best = preferences.best_numbers(skipped_numbers(preferences, index))
    rows = {number: row for row, number in enumerate(index.numbers)}
    return [rows[number] for number in best if number in rows]


def skipped_numbers(preferences: Preferences, index: TrialIndex) -> list[int]:
    """Numbers of the trials that a person would not judge."""
    skipped = set(preferences.skipped_trial_ids)
    return [number for id, number in zip(index.ids, index.numbers) if id in skipped]
