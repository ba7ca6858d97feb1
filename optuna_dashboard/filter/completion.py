"""Every name that a filter of a study can use, for completion while it is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from optuna_dashboard.filter.columns import ColumnKind, kind_of_distributions, kind_of_types
from optuna_dashboard.filter.keys import objective_names
from optuna_dashboard.filter.literals import literal_text, name_text
from optuna_dashboard.study.distributions import CategoricalDistribution, Distribution
from optuna_dashboard.study.samples import param_samples, user_attr_samples
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study


@dataclass(frozen=True, slots=True)
class Completion:
    """A name as it is written, what it means, and what it can be compared with.

    ``column`` is what the trial table calls it. ``choices`` are all values there can be, as they
    are written; none if they cannot be told. ``also`` are other names that mean the same.
    """

    column: str
    name: str
    label: str
    kind: ColumnKind
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def completions(study: Study) -> list[Completion]:
    """The names in the order of the trial table; what can differ from trial to trial is judged
    by a sample."""
    return [
        Completion("number", "number", "Trial", "number"),
        Completion("state", "state", "State", "state", tuple(_states(study))),
        _yes_or_no("best", "Best trial" if len(study.directions) == 1 else "Best trials"),
        *_objectives(study),
        *_constraints(study),
        *(_param(name, found) for name, found in param_samples(study).items()),
        *_user_attrs(study),
        Completion("start", "start", "Start", "time"),
        Completion("complete", "complete", "Completion", "time"),
        Completion("duration", "duration", "Duration (s)", "number"),
    ]


def _states(study: Study) -> Iterator[str]:
    """Those that Optuna has, and what else occurs."""
    for state in TrialState:
        if state is not TrialState.UNKNOWN or state in study.state_counts:
            yield state.name


def _objectives(study: Study) -> Iterator[Completion]:
    if study.header.is_preferential:  # such trials have no values
        return
    for index, label in enumerate(study.header.objective_labels):
        name, *also = objective_names(study, index)
        yield Completion(f"value:{index}", name, label, "number", also=tuple(also))


def _constraints(study: Study) -> Iterator[Completion]:
    if not study.constraints.present:
        return
    yield _yes_or_no("feasible", "Feasible")
    for name in study.constraints.values:
        text = name_text("constraints", name)
        yield Completion(f"constraint:{name}", text, f"{name} (constraint)", "number")


def _param(name: str, distributions: Sequence[Distribution]) -> Completion:
    text = name_text("params", name)
    kind = kind_of_distributions(distributions)
    categorical = [d for d in distributions if isinstance(d, CategoricalDistribution)]
    texts: Iterable[str | None] = (
        literal_text(choice) for one in categorical for choice in one.choices
    )
    choices = tuple(dict.fromkeys(texts)) if len(categorical) == len(distributions) else ()
    return Completion(f"param:{name}", text, name, kind, tuple(one for one in choices if one))


def _user_attrs(study: Study) -> Iterator[Completion]:
    for name, values in user_attr_samples(study).items():
        text, label = name_text("user_attrs", name), f"{name} (user attribute)"
        yield Completion(f"attr:{name}", text, label, kind_of_types(map(type, values)))


def _yes_or_no(name: str, label: str) -> Completion:
    return Completion(name, name, label, "bool", ("true", "false"))
