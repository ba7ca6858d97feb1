"""The columns of a study by the names that a filter has for them."""

from array import array
from collections.abc import Callable, Iterable
from operator import sub

from optuna_dashboard.filter.columns import Column, json_column, param_column
from optuna_dashboard.filter.errors import FilterError
from optuna_dashboard.filter.keys import KEYED
from optuna_dashboard.filter.tree import Name
from optuna_dashboard.filter.unknown import missing_key, unknown_key, unknown_name
from optuna_dashboard.study import masks
from optuna_dashboard.study.study import Study


def _bools(mask: masks.Mask) -> Column:
    return Column("bool", list(map(bool, mask)))


def _duration(study: Study) -> Column:
    times = study.times
    return Column("number", array("d", map(sub, times.complete, times.start)))


_PLAIN: dict[str, Callable[[Study], Column]] = {
    "number": lambda study: Column("number", study.index.numbers),
    "state": lambda study: Column("state", study.index.states),
    "value": lambda study: Column("number", study.values[0]),
    "feasible": lambda study: _bools(study.constraints.feasible),
    "best": lambda study: _bools(masks.of_rows(study.best_rows, len(study.index))),
    "duration": _duration,
    "start": lambda study: Column("time", study.times.start),
    "complete": lambda study: Column("time", study.times.complete),
}


class Names:
    """Reads the columns that are named, each once, and no others."""

    def __init__(self, study: Study, names: Iterable[Name]) -> None:
        self._study = study
        self._columns: dict[tuple[str, str | int | None], Column] = {}
        wanted = {str(name.key) for name in names if name.root == "params"}
        if wanted:
            # In one pass over the file; what is not there is refused when it is looked for.
            study.params([name for name in study.param_names if name in wanted])

    def column(self, name: Name) -> Column:
        """The column of this name.

        Raises:
            FilterError: if the study has none.
        """
        key = name.root, name.key
        if key not in self._columns:
            self._columns[key] = self._read(name)
        return self._columns[key]

    def _read(self, name: Name) -> Column:
        if name.root in KEYED:
            return self._keyed(name)
        if name.root not in _PLAIN:
            raise unknown_name(self._study, name)
        if name.root == "value" and len(self._study.directions) != 1:
            raise missing_key(self._study, "values", name.place)
        if name.key is not None:
            raise FilterError(f"{name.root} is one column and has no parts", name.place)
        return _PLAIN[name.root](self._study)

    def _keyed(self, name: Name) -> Column:
        study, key = self._study, name.key
        if key is None:
            raise missing_key(study, name.root, name.place)
        if name.root == "values":
            return self._objective(name)
        text = str(key)
        if name.root == "params" and text in study.param_names:
            return param_column(study.param(text))
        if name.root == "user_attrs" and text in study.user_attr_names:
            return json_column(study.user_attr(text))
        if name.root == "constraints" and text in study.constraints.values:
            return Column("number", study.constraints.values[text])
        raise unknown_key(study, name)

    def _objective(self, name: Name) -> Column:
        values, metrics = self._study.values, self._study.header.metric_names or []
        if isinstance(name.key, int) and name.key < len(values):
            return Column("number", values[name.key])
        if name.key in metrics:
            return Column("number", values[metrics.index(str(name.key))])
        raise unknown_key(self._study, name)
