"""Any column of a study as an axis: number, objectives, parameters, attributes, duration."""

from array import array
from collections.abc import Sequence
from operator import sub

from optuna_dashboard.figures.axes import Axis, param_axis, param_choices, param_name
from optuna_dashboard.figures.options import Choice
from optuna_dashboard.figures.targets import Target, objective_choices, user_attr_choices
from optuna_dashboard.study.study import Study

NUMBER = "number"
DURATION = "duration"


def column_choices(study: Study) -> list[Choice]:
    """What can be an axis: ``number``, ``value:0``, ``param:NAME``, ``attr:NAME``, ``duration``,
    as in the trial table."""
    return [
        *objective_choices([study]),
        *param_choices([study]),
        *user_attr_choices([study]),
        Choice(DURATION, "Duration (s)"),
        Choice(NUMBER, "Trial"),
    ]


def column_axes(study: Study, keys: Sequence[str]) -> dict[str, Axis]:
    """The axes of these columns; parameters are read in one pass."""
    names = {key: param_name(key) for key in keys if is_param(key)}
    columns = dict(zip(names, study.params(list(names.values()))))
    return {key: param_axis(columns[key]) if key in columns else _axis(study, key) for key in keys}


def is_param(key: str) -> bool:
    return key != param_name(key)


def column_target(key: str) -> Target | None:
    """The objective or user attribute of a column, if it is one."""
    return None if is_param(key) or key in (NUMBER, DURATION) else Target.parse(key)


def _axis(study: Study, key: str) -> Axis:
    if key == NUMBER:
        return Axis("Trial", array("d", study.index.numbers), whole=True)
    if key == DURATION:
        times = study.times
        return Axis("Duration (s)", array("d", map(sub, times.complete, times.start)))
    target = Target.parse(key)
    return Axis(target.label([study]), target.column(study))
