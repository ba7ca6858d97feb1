"""The trials of a preferential study that people compared, and what they said of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from optuna_dashboard.analysis.preference_order import PreferenceOrder, order_of
from optuna_dashboard.figures.text import counted, listed, named_trials
from optuna_dashboard.figures.traces import Role
from optuna_dashboard.study.attrs.preferences import Pair
from optuna_dashboard.study.preferred import skipped_numbers
from optuna_dashboard.study.study import Study

LEVEL_TITLE = "Level (0: none was preferred)"
# What trials are called in each role, the most important first.
NAMES: Mapping[Role, str] = {"best": "Preferred", "complete": "Compared", "skipped": "Skipped"}
_MOST_CIRCLES = 5  # in a sentence


@dataclass(frozen=True, slots=True)
class Compared:
    """``pairs`` are of a better and a worse trial that are both there, each pair once;
    ``n_unknown`` counts the others. All trials are known by their numbers."""

    study: Study
    pairs: list[Pair]
    order: PreferenceOrder
    best: set[int]
    skipped: set[int]
    n_unknown: int

    @classmethod
    def of(cls, study: Study) -> "Compared":
        known = set(study.index.numbers)
        preferences = study.preferences
        said = [pair for pair in dict.fromkeys(preferences.pairs) if pair[0] != pair[1]]
        pairs = [pair for pair in said if pair[0] in known and pair[1] in known]
        skipped = set(skipped_numbers(preferences, study.index))
        return cls(
            study=study,
            pairs=pairs,
            order=order_of(pairs),
            best=set(preferences.best_numbers(skipped)),
            skipped=skipped,
            n_unknown=len(said) - len(pairs),
        )

    def roles(self, numbers: Iterable[int]) -> dict[Role, list[int]]:
        """The numbers by role, those of ``NAMES``."""
        numbers = list(numbers)
        apart = self.best | self.skipped
        return {
            "best": [number for number in numbers if number in self.best],
            "complete": [number for number in numbers if number not in apart],
            "skipped": [number for number in numbers if number in self.skipped],
        }

    def notes(self) -> list[str]:
        """Sentences on what nobody compared, and on what contradicts itself."""
        levels = self.order.levels
        notes = [] if levels else ["Nobody has compared trials yet."]
        omitted = []
        uncompared = len(self.study.index) - len(levels)
        if uncompared and levels:
            omitted.append(f"{counted(uncompared)} that nobody has compared")
        if self.n_unknown:
            unknown = counted(self.n_unknown, "preference")
            omitted.append(f"{unknown} of trials that are not there")
        if omitted:
            notes.append(f"Not drawn: {listed(omitted)}.")
        if self.order.circles:
            circles = list(map(named_trials, self.order.circles[:_MOST_CIRCLES]))
            if more := len(self.order.circles) - len(circles):
                circles.append(f"{more:,} more")
            said = "; ".join(circles)
            notes.append(f"Contradictory, preferred to each other in a circle: {said}.")
        return notes


def hover_texts(pairs: Iterable[Pair], numbers: Iterable[int]) -> dict[int, str]:
    """Of each trial, which ones it was preferred to and which ones to it."""
    better: dict[int, list[int]] = {}
    worse: dict[int, list[int]] = {}
    for pair in pairs:
        worse.setdefault(pair[0], []).append(pair[1])
        better.setdefault(pair[1], []).append(pair[0])
    texts = {}
    for number in numbers:
        lines = []
        if number in worse:
            lines.append(f"Preferred to {named_trials(worse[number])}")
        if number in better:
            lines.append(f"Worse than {named_trials(better[number])}")
        texts[number] = "<br>".join(lines)
    return texts
