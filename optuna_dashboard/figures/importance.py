"""Importance: how much each parameter matters for the objectives, or for the duration."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optuna_dashboard.analysis.importance import (
    EVALUATORS,
    Assessment,
    Evaluator,
    Importances,
    assess,
)
from optuna_dashboard.figures.axes import has_params, param_choices, param_name
from optuna_dashboard.figures.columns import DURATION, column_axes, column_choices, column_target
from optuna_dashboard.figures.encode import encode
from optuna_dashboard.figures.figure import Drawing, Figure, PlotlyJSON, Subject, Table
from optuna_dashboard.figures.options import (
    Choice,
    MultiSelect,
    Option,
    Select,
    Settings,
    join_choices,
)
from optuna_dashboard.figures.targets import objective_choices
from optuna_dashboard.figures.text import counted, escape, listed
from optuna_dashboard.study import masks
from optuna_dashboard.study.distributions import CategoricalDistribution, IntDistribution
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MOST_PARAMS = 30
_MOST_TARGETS = 6
_LONGEST_NAME = 40
_MEANINGS: dict[Evaluator, str] = {
    "ped-anova": (
        "PED-ANOVA: how much a parameter decides whether a trial is among the best 10 %."
    ),
    "fanova": (
        "fANOVA: the share of the differences that a parameter explains alone, in a forest "
        "of 64 trees."
    ),
    "mean-decrease-impurity": (
        "Mean decrease impurity: how much splits by a parameter lessen the differences, in a "
        "forest of 64 trees."
    ),
}
# Beside colours, which say nothing to some.
_PATTERNS = ("", "/", ".", "x", "-", "|")


class Importance(Figure):
    name = "importance"
    title = "Hyperparameter importance"
    description = "How much each parameter matters for the objectives, or for the duration."
    has_table = True

    def suits(self, study: Study) -> bool:
        return has_params(study, 1)

    def options(self, studies: Sequence[Study]) -> list[Option]:
        study = studies[0]
        evaluators = [Choice(key, label) for key, label in EVALUATORS.items()]
        objectives = [choice.value for choice in objective_choices(studies)]
        params = param_choices(studies)
        return [
            Select("evaluator", "Evaluator", evaluators, "ped-anova"),
            MultiSelect(
                "targets",
                "For",
                [choice for choice in column_choices(study) if _can_be_target(choice.value)],
                join_choices(objectives[:_MOST_TARGETS]),
                _MOST_TARGETS,
            ),
            MultiSelect(
                "params",
                "Parameters",
                params,
                join_choices(choice.value for choice in params),
                len(params),
            ),
        ]

    def draw(self, subjects: Sequence[Subject], settings: Settings) -> Drawing:
        (subject,) = subjects
        view = _View.of(subject.study, settings)
        reason = view.why_nothing()
        if reason:
            return Drawing([], _layout(view, []), 0, [reason], _table(view, []))
        found = assess(
            subject.study, [target.losses for target in view.targets], view.evaluator, view.params
        )
        notes = _notes(view, found)
        shown = max(answer.n_trials for answer in found.answers)
        names = [*found.answers[0].values]
        if not names or shown < 2:
            return Drawing([], _layout(view, []), 0, notes, _table(view, []))
        if len(names) > _MOST_PARAMS:
            notes.append(f"The first {_MOST_PARAMS} of {len(names):,} parameters are drawn.")
            names = names[:_MOST_PARAMS]
        data = [_bars(subject, view, found, i, names) for i in range(len(view.targets))]
        table = _table(view, found.answers)
        return Drawing(data, _layout(view, names, data), shown, notes, table)


def _can_be_target(key: str) -> bool:
    return key == DURATION or column_target(key) is not None


@dataclass(frozen=True, slots=True)
class _Target:
    """What parameters may matter for: a column in which low values are the better ones.

    ``directed`` says whether somebody said so, as for an objective.
    """

    label: str
    losses: "array[float]"
    directed: bool

    @classmethod
    def all_of(cls, study: Study, keys: Sequence[str]) -> "list[_Target]":
        axes = column_axes(study, keys)
        return [cls.of(study, key, axes[key].title, axes[key].values) for key in keys]

    @classmethod
    def of(cls, study: Study, key: str, label: str, values: "array[float]") -> "_Target":
        target = column_target(key)
        if key == DURATION:
            # In the microseconds in which times are stored, so that equal ones are equal.
            values = array("d", [round(value, 6) for value in values])
        if target is None or target.objective is None:
            return cls(label, values, directed=False)
        sign = study.directions[target.objective].sign
        losses = values if sign > 0 else array("d", [sign * value for value in values])
        return cls(label, losses, directed=True)


@dataclass(frozen=True, slots=True)
class _View:
    """What the options ask for; ``params`` is None for all that can be assessed."""

    study: Study
    evaluator: Evaluator
    targets: list[_Target]
    params: list[str] | None

    @classmethod
    def of(cls, study: Study, settings: Settings) -> "_View":
        (evaluator,) = (key for key in EVALUATORS if key == settings.text("evaluator"))
        params = [param_name(key) for key in settings.several("params")]
        return cls(
            study=study,
            evaluator=evaluator,
            targets=_Target.all_of(study, settings.several("targets")),
            params=None if set(params) == set(study.param_names) else params,
        )

    @property
    def n_complete(self) -> int:
        return self.study.state_counts.get(TrialState.COMPLETE, 0)

    @property
    def n_infeasible(self) -> int:
        complete = masks.in_states(self.study.index.states, TrialState.COMPLETE)
        return masks.without(complete, self.study.constraints.feasible).count(1)

    def why_nothing(self) -> str | None:
        """A sentence if there can be no bars."""
        if not self.targets:
            return "Nothing is chosen that parameters may matter for."
        if self.params == []:
            return "No parameter is chosen."
        if not len(self.study.index):
            return "There are no trials yet."
        if self.n_complete < 2:
            return "Importance needs two completed trials at least."
        return None


def _bars(
    subject: Subject, view: _View, found: Assessment, place: int, names: Sequence[str]
) -> PlotlyJSON:
    label, values = view.targets[place].label, found.answers[place].values
    importances = [values[name] for name in names]
    several = len(view.targets) > 1
    return {
        "type": "bar",
        "orientation": "h",
        "name": escape(label),
        "x": encode(array("d", importances)),
        "y": [escape(name) for name in names],
        "text": [_text(importance) for importance in importances],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [escape(_kind(subject.study, name)) for name in names],
        "hovertemplate": (
            "%{y}<br>Importance: %{x:.6~f}<br>%{customdata}"
            f"<extra>{escape(label) if several else ''}</extra>"
        ),
        "marker": {"pattern": {"shape": _PATTERNS[place], "fillmode": "overlay", "size": 6}},
        "meta": {
            "role": "importance",
            "study": subject.id,
            "numbers": encode(array("q")),
            **({"series": place} if several else {}),
        },
    }


def _table(view: _View, answers: Sequence[Importances]) -> Table:
    """Every parameter, also those that are not drawn."""
    names = ("Evaluator", "Target", "Parameter", "Importance")
    evaluator = EVALUATORS[view.evaluator]
    rows = [
        (evaluator, target.label, name, importance)
        for target, answer in zip(view.targets, answers)
        for name, importance in answer.values.items()
    ]
    return Table(names, rows)


def _text(importance: float) -> str:
    return "<0.01" if 0 < importance < 0.01 else f"{importance:.2f}"


def _kind(study: Study, name: str) -> str:
    """What sort of parameter it is: ``float, log``, ``integer``, ``3 choices``, ..."""
    kinds: dict[str, None] = {}  # in order, once each
    for one in study.param(name).distributions:
        if isinstance(one, CategoricalDistribution):
            kinds[counted(len(one.choices), "choice")] = None
        else:
            kind = "integer" if isinstance(one, IntDistribution) else "float"
            kinds[f"{kind}, log" if one.log else kind] = None
    return " or ".join(kinds)


def _layout(view: _View, names: Sequence[str], data: Sequence[PlotlyJSON] = ()) -> PlotlyJSON:
    shorter = {
        name: f"{name[: _LONGEST_NAME - 1]}…" for name in names if len(name) > _LONGEST_NAME
    }
    return {
        "xaxis": {
            "title": {"text": f"Importance ({EVALUATORS[view.evaluator]})"},
            "type": "linear",
            "rangemode": "tozero",
        },
        "yaxis": {
            "type": "category",
            "autorange": "reversed",  # the first parameter on top
            "labelalias": {escape(name): escape(short) for name, short in shorter.items()},
        },
        "barmode": "group",
        "showlegend": len(data) > 1,
    }


def _notes(view: _View, found: Assessment) -> list[str]:
    notes = [_MEANINGS[view.evaluator]]
    undirected = [target.label for target in view.targets if not target.directed]
    if undirected and view.evaluator == "ped-anova":
        notes.append(f"The lowest count as the best of {listed(undirected)}.")
    # What is true for some of the targets only names them.
    labels: dict[str, list[str]] = {}
    for target, answer in zip(view.targets, found.answers):
        for words in _caveats(view, answer):
            labels.setdefault(words, []).append(target.label)
    for words, those in labels.items():
        notes.append(f"{words}{'' if len(those) == len(view.targets) else f' ({listed(those)})'}.")
    if found.left_out:
        notes.append(f"{_why_left_out(view)}: {listed(found.left_out)}.")
    infeasible = view.n_infeasible
    if infeasible:
        notes.append(f"Counted although infeasible: {counted(infeasible)}.")
    return notes


def _caveats(view: _View, answer: Importances) -> Iterator[str]:
    """What to know of the trials behind an answer, as sentences without a full stop."""
    uncounted = view.n_complete - answer.n_eligible
    if uncounted:
        lacking = "a finite value"
        if view.params and view.evaluator != "ped-anova":
            lacking += " or without one of the parameters"
        yield f"Not counted, without {lacking}: {counted(uncounted, 'completed trial')}"
    if answer.n_trials < answer.n_eligible:
        yield f"Of {answer.n_eligible:,} trials, {answer.n_trials:,} at equal distances are used"
    if answer.n_trials < 2:
        yield "Too few trials are left to tell anything"
    elif answer.values and not answer.told:
        yield "The trials do not tell the parameters apart: all are given the same importance"


def _why_left_out(view: _View) -> str:
    if view.evaluator == "ped-anova":
        return "Left out, for no completed trial has them"
    return "Left out, for not every trial has them with one and the same range"
