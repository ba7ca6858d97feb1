"""The trials that a figure shows, by role, and how many it leaves out, by reason."""

from array import array
from collections import Counter
from collections.abc import Collection, Sequence

from optuna_dashboard.figures.best_share import ALL, Ranking, best_option
from optuna_dashboard.figures.options import Option, Settings, Toggle
from optuna_dashboard.figures.targets import Target
from optuna_dashboard.figures.text import listed
from optuna_dashboard.figures.traces import Role
from optuna_dashboard.study import masks
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_STATE_NAMES = {
    TrialState.PRUNED: "pruned",
    TrialState.FAIL: "failed",
    TrialState.RUNNING: "running",
    TrialState.WAITING: "waiting",
    TrialState.UNKNOWN: "in an unknown state",
}
_STATE_ROLES: dict[TrialState, Role] = {
    TrialState.PRUNED: "pruned",
    TrialState.FAIL: "failed",
    TrialState.RUNNING: "running",
}


def population_options(pruned: bool = False) -> list[Option]:
    """The controls of which trials to show."""
    return [
        Toggle("pruned", "Pruned trials", pruned),
        Toggle("infeasible", "Infeasible trials", True),
        best_option(),
    ]


class Population:
    """Sets of trials, one for each role, that are narrowed down step by step.

    ``roles`` are in the order in which they are drawn, what matters most last; ``omitted``
    counts the others by reason.
    """

    def __init__(self, study: Study, *states: TrialState, infeasible: bool = True) -> None:
        """Complete trials, and those in ``states``: pruned, failed or running ones."""
        codes = study.index.states
        complete = masks.in_states(codes, TrialState.COMPLETE)
        feasible = masks.both(complete, study.constraints.feasible)
        self.study = study
        self.notes: list[str] = []
        self.roles: dict[Role, masks.Mask] = {
            _STATE_ROLES[state]: masks.in_states(codes, state) for state in states
        }
        if infeasible:
            self.roles["infeasible"] = masks.without(complete, feasible)
        self.roles["complete"] = feasible
        self.omitted = Counter(
            {
                name: study.state_counts.get(state, 0)
                for state, name in _STATE_NAMES.items()
                if state not in (*states, TrialState.PRUNED)
            }
        )
        self._states = (TrialState.COMPLETE, *states)

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "Population":
        """What ``population_options`` ask for, apart from the best."""
        pruned = (TrialState.PRUNED,) if settings.flag("pruned") else ()
        return cls(study, *pruned, infeasible=settings.flag("infeasible"))

    def keep(self, wanted: masks.Mask, otherwise: str = "") -> None:
        """Leave out the other trials; ``otherwise`` says why, unless it was asked for."""
        for role, mask in self.roles.items():
            kept = masks.both(mask, wanted)
            self.omitted[otherwise] += mask.count(1) - kept.count(1)
            self.roles[role] = kept

    def keep_roles(self, roles: Collection[str]) -> None:
        """Leave out trials in other roles, as was asked for."""
        self.roles = {role: mask for role, mask in self.roles.items() if role in roles}

    def keep_present(self, values: "array[float]", otherwise: str) -> None:
        """Leave out trials that have none of these values."""
        missing = masks.is_nan(values)
        self.keep(masks.without(bytes([1]) * len(missing), missing), otherwise)

    def keep_finite(self, values: "array[float]", *, log: bool = False) -> None:
        """Leave out trials that have no value, or one that an axis cannot show."""
        self.keep_present(values, "without a value")
        self.keep(masks.is_finite(values), "with an infinite value")
        if log:
            positive = masks.is_positive(values)
            self.keep(positive, "at or below 0, which a log axis cannot show")

    def keep_best(self, settings: Settings, target: Target) -> None:
        """Leave out all but the best complete feasible trials, if the options ask for it."""
        text = settings.text("best")
        if text == ALL:
            return
        best, note = Ranking.by(self.study, target).choose(self.rows("complete"), text)
        self.roles = {"complete": masks.of_rows(best, len(self.study.index))}
        self.omitted.clear()
        self.notes.append(note)

    def rows(self, role: Role) -> list[int]:
        """The trials in a role, ascending."""
        mask = self.roles.get(role)
        return [] if mask is None else masks.rows_of(mask)

    def by_count(self) -> dict[Role, list[int]]:
        """The trials of every role, the most numerous first, so that fewer are drawn above."""
        groups = {role: self.rows(role) for role in self.roles}
        return dict(sorted(groups.items(), key=lambda group: -len(group[1])))

    def all_rows(self) -> list[int]:
        """The trials in any role, ascending."""
        return masks.rows_of(masks.any_of(*self.roles.values()))

    def why_not(self) -> list[str]:
        """Sentences on the trials that are not drawn."""
        return [*self.why_nothing(), *not_drawn([self]), *self.notes]

    def why_nothing(self) -> list[str]:
        """A sentence on why no trial is drawn at all, if so it is."""
        if any(map(any, self.roles.values())):
            return []
        if not len(self.study.index):
            return ["There are no trials yet."]
        if not any(self.study.state_counts.get(state) for state in self._states):
            return ["No trial is completed yet."]
        return ["No trial has what this figure draws."]


def not_drawn(populations: Sequence[Population]) -> list[str]:
    """A sentence on how many trials of these studies are not drawn, if any are not."""
    omitted = sum((population.omitted for population in populations), Counter[str]())
    reasons = [f"{n:,} {reason}" for reason, n in omitted.items() if reason]
    return [f"Not drawn: {listed(reasons)}."] if reasons else []
