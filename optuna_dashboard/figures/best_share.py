"""The choice to show only the best trials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, isnan

from optuna_dashboard.figures.options import Choice, Select
from optuna_dashboard.figures.targets import Target
from optuna_dashboard.figures.text import counted
from optuna_dashboard.study.study import Study

ALL = "all"
_COUNTS = (10, 100, 1_000)
_PERCENTS = (1, 5, 10, 25, 50)


def best_option() -> Select:
    """The best so many trials, or a share of them, or all."""
    counts = [Choice(str(n), f"Best {n:,}") for n in _COUNTS]
    percents = [Choice(f"{n}%", f"Best {n} %") for n in _PERCENTS]
    return Select("best", "Trials", [Choice(ALL, "All"), *counts, *percents], ALL)


def best_count(text: str, of: int) -> int:
    """How many of so many trials a value of the option asks for, at least one if there is one."""
    if text == ALL:
        return of
    if text.endswith("%"):
        return ceil(of * int(text[:-1]) / 100)
    return min(of, int(text))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The objective by which trials are better or worse."""

    study: Study
    objective: int

    @classmethod
    def by(cls, study: Study, target: Target) -> "Ranking":
        """By the target; of a user attribute nobody knows whether more is better, so by the
        first objective instead."""
        return cls(study, target.objective or 0)

    @property
    def label(self) -> str:
        return self.study.header.objective_labels[self.objective]

    def choose(self, rows: Sequence[int], text: str) -> tuple[list[int], str]:
        """The rows that a value of the option asks for, ascending, and a sentence on them.

        ``rows`` are of trials that are complete and feasible.
        """
        best = self.best(rows, best_count(text, len(rows)))
        note = (
            f"The best {counted(len(best))} by {self.label}, "
            f"of {len(rows):,} that are complete and feasible."
        )
        return best, note

    def best(self, rows: Iterable[int], n: int) -> list[int]:
        """The best ``n`` of the rows, ascending; those without a value are not among them."""
        return sorted(self.ranked(rows)[:n])

    def ranked(self, rows: Iterable[int]) -> list[int]:
        """The rows that have a value, the best first."""
        column = self.study.values[self.objective]
        more = self.study.directions[self.objective].sign < 0
        valued = [row for row in rows if not isnan(column[row])]
        return sorted(valued, key=column.__getitem__, reverse=more)
