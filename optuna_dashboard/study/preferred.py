"""The best trials of any study, of a preferential one too."""

from optuna_dashboard.study.attrs.preferences import Preferences, read_preferences
from optuna_dashboard.study.columns import TrialIndex
from optuna_dashboard.study.study import Study


def best_rows(study: Study) -> list[int]:
    """Rows of the best trials: by what a person preferred, or else by their values."""
    if not study.header.is_preferential:
        return study.best_rows
    preferences = read_preferences(study.header.system_attrs)
    best = preferences.best_numbers(skipped_numbers(preferences, study.index))
    rows = {number: row for row, number in enumerate(study.index.numbers)}
    return [rows[number] for number in best if number in rows]


def skipped_numbers(preferences: Preferences, index: TrialIndex) -> list[int]:
    """Numbers of the trials that a person would not judge."""
    skipped = set(preferences.skipped_trial_ids)
    return [number for id, number in zip(index.ids, index.numbers) if id in skipped]
