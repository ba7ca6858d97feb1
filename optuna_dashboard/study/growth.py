"""Columns of a study in which trials are new or have changed, made of those read before.

Optuna changes a finished trial no more, so what was read of it stays; all others are read
again. Whether the finished ones are still the same (somebody may have put another file in the
place of the one that was read) is tried on a few of them.
"""

from array import array
from collections.abc import MutableSequence, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, pairwise
from math import nan
from typing import TypeVar

from optuna_dashboard.study.attr_kinds import UserAttrKinds, user_attr_kinds
from optuna_dashboard.study.columns import (
    ABSENT,
    ConstraintColumns,
    IntermediateColumns,
    ParamColumn,
    ReportEnds,
    TimeColumns,
    TrialIndex,
)
from optuna_dashboard.study.json import JSON
from optuna_dashboard.study.reader import TrialReader
from optuna_dashboard.study.states import TrialState

_FINISHED = [state for state in TrialState if state.is_finished]
_IS_OPEN = bytes(code not in _FINISHED for code in range(256))
_SAMPLES = 8
# With more rows than this share to read again, it is quicker to read all.
_MOST_CHANGED = 0.25

T = TypeVar("T")


@dataclass(slots=True)
class KnownColumns:
    """What was read of a study; None where nobody asked for it."""

    index: TrialIndex | None = None
    times: TimeColumns | None = None
    values: "list[array[float]] | None" = None
    constraints: ConstraintColumns | None = None
    intermediate_values: IntermediateColumns | None = None
    report_ends: ReportEnds | None = None
    has_intermediate_values: bool | None = None
    param_names: list[str] | None = None
    user_attr_names: list[str] | None = None
    user_attr_kinds: UserAttrKinds | None = None
    params: dict[str, ParamColumn] = field(default_factory=dict)
    user_attrs: dict[str, list[JSON]] = field(default_factory=dict)


class OtherTrialsError(Exception):
    """Trials are gone, or finished ones are not as they were."""


@dataclass(frozen=True, slots=True)
class Growth:
    """From one revision of a study to the next.

    Attributes:
        before, now: the trials of both.
        rows: rows to read again, ascending: new ones, those that were not finished, and a few
            that were.
        sample: positions in ``rows`` of the last kind.
    """

    before: TrialIndex
    now: TrialIndex
    rows: list[int]
    sample: list[int]

    @property
    def n_new(self) -> int:
        return len(self.now) - len(self.before)

    @property
    def changed(self) -> TrialIndex:
        """The trials to read again."""
        ids, numbers, states = self.now.ids, self.now.numbers, self.now.states
        return TrialIndex(
            ids=array("q", (ids[row] for row in self.rows)),
            numbers=array("q", (numbers[row] for row in self.rows)),
            states=bytearray(states[row] for row in self.rows),
        )

    def patch(self, column: MutableSequence[T], read: Sequence[T]) -> None:
        """Put what was read of ``rows`` into a column that is as long as the new revision."""
        for i in self.sample:
            if not _is_same(column[self.rows[i]], read[i]):
                raise OtherTrialsError
        for row, value in zip(self.rows, read):
            column[row] = value


def growth_of(before: TrialIndex, now: TrialIndex) -> Growth | None:
    """What to read again; None where it is as well to read everything.

    Raises:
        OtherTrialsError: if trials are gone, or finished ones have another state.
    """
    n = len(before)
    is_open = before.states.translate(_IS_OPEN)
    open_rows = set(compress(range(n), is_open))
    states = now.states[:n]
    for row in open_rows.intersection(range(len(states))):
        states[row] = before.states[row]
    if (now.ids[:n], now.numbers[:n], states) != (before.ids, before.numbers, before.states):
        raise OtherTrialsError
    sample = {*range(0, n, n // _SAMPLES + 1), *range(n)[-1:]} - open_rows
    rows = sorted({*open_rows, *sample, *range(n, len(now))})
    if len(rows) > len(now) * _MOST_CHANGED:
        return None
    return Growth(before, now, rows, [i for i, row in enumerate(rows) if row in sample])


def grown(known: KnownColumns, growth: Growth, changed: TrialReader) -> KnownColumns:
    """Every column that is known, of the next revision.

    Args:
        changed: reads the trials of ``growth.changed``, and no others.

    Raises:
        OtherTrialsError: if a trial of the sample is not as it was, or nothing tells.
    """
    if known.times is None:
        # By nothing else are trials sure to be told from others of the same numbers.
        raise OtherTrialsError
    times = _times(known.times, growth, changed.times())
    grown = KnownColumns(index=growth.now, times=times)
    if known.values is not None:
        columns = zip(known.values, changed.values(), strict=True)
        grown.values = [_floats(old, growth, read) for old, read in columns]
    if known.constraints is not None:
        grown.constraints = _constraints(known.constraints, growth, changed.constraints())
    if known.intermediate_values is not None:
        read = changed.intermediate_values()
        grown.intermediate_values = _intermediate(known.intermediate_values, growth, read)
    if known.report_ends is not None:
        grown.report_ends = _report_ends(known.report_ends, growth, changed.report_ends())
    if known.has_intermediate_values is not None:
        grown.has_intermediate_values = (
            known.has_intermediate_values or changed.has_intermediate_values()
        )
    if known.param_names is not None:
        grown.param_names = sorted({*known.param_names, *changed.param_names()})
    if known.user_attr_names is not None:
        grown.user_attr_names = sorted({*known.user_attr_names, *changed.user_attr_names()})
    if known.user_attr_kinds is not None:
        grown.user_attr_kinds = user_attr_kinds(
            changed.all_user_attrs(), growth.changed.states, known.user_attr_kinds
        )
    if known.params:
        found = {column.name: column for column in changed.all_params()}
        grown.params = {
            name: _param(column, growth, found.get(name)) for name, column in known.params.items()
        }
    for name, values in known.user_attrs.items():
        grown.user_attrs[name] = [*values, *[None] * growth.n_new]
        growth.patch(grown.user_attrs[name], changed.user_attr(name))
    return grown


def _floats(old: "array[float]", growth: Growth, read: "array[float]") -> "array[float]":
    column = old + _nothing(growth.n_new)
    growth.patch(column, read)
    return column


def _times(old: TimeColumns, growth: Growth, read: TimeColumns) -> TimeColumns:
    return TimeColumns(
        _floats(old.start, growth, read.start), _floats(old.complete, growth, read.complete)
    )


def _constraints(
    old: ConstraintColumns, growth: Growth, read: ConstraintColumns
) -> ConstraintColumns:
    feasible = old.feasible + b"\1" * growth.n_new
    growth.patch(feasible, read.feasible)
    values = {
        name: _floats(
            old.values.get(name, _nothing(len(growth.before))),
            growth,
            read.values.get(name, _nothing(len(growth.rows))),
        )
        for name in (old.values | read.values)
    }
    return ConstraintColumns(old.present or read.present, feasible, values)


def _param(old: ParamColumn, growth: Growth, read: ParamColumn | None) -> ParamColumn:
    if read is None:
        n = len(growth.rows)
        read = ParamColumn(old.name, _nothing(n), array("i", [ABSENT]) * n, [])
    distributions = list(old.distributions)
    # By text: 1, 1.0 and True are equal, but not the same choice.
    known = {repr(distribution): kind for kind, distribution in enumerate(distributions)}
    kind_of = {ABSENT: ABSENT}
    for kind, distribution in enumerate(read.distributions):
        text = repr(distribution)
        if text not in known:
            known[text] = len(distributions)
            distributions.append(distribution)
        kind_of[kind] = known[text]
    kinds = old.kinds + array("i", [ABSENT]) * growth.n_new
    growth.patch(kinds, [kind_of[kind] for kind in read.kinds])
    return ParamColumn(
        old.name, _floats(old.internal, growth, read.internal), kinds, distributions
    )


def _intermediate(
    old: IntermediateColumns, growth: Growth, read: IntermediateColumns
) -> IntermediateColumns:
    n = len(growth.before)
    counts = [end - start for start, end in pairwise(old.offsets)] + [0] * growth.n_new
    growth.patch(counts, [end - start for start, end in pairwise(read.offsets)])
    steps, values = array("q"), array("d")
    done = 0  # rows of the former revision
    for i, row in enumerate(growth.rows):
        _append(steps, values, old, done, min(row, n))
        _append(steps, values, read, i, i + 1)
        done = min(row + 1, n)
    _append(steps, values, old, done, n)
    return IntermediateColumns(array("q", accumulate(counts, initial=0)), steps, values)


def _report_ends(old: ReportEnds, growth: Growth, read: ReportEnds) -> ReportEnds:
    counts = old.counts + array("q", [0]) * growth.n_new
    growth.patch(counts, read.counts)
    return ReportEnds(counts, _floats(old.last, growth, read.last))


def _append(
    steps: "array[int]",
    values: "array[float]",
    columns: IntermediateColumns,
    first: int,
    end: int,
) -> None:
    """Append what the rows from ``first`` to before ``end`` reported."""
    reports = slice(columns.offsets[first], columns.offsets[end])
    steps.extend(columns.steps[reports])
    values.extend(columns.values[reports])


def _nothing(n: int) -> "array[float]":
    return array("d", [nan]) * n


def _is_same(one: object, other: object) -> bool:
    return one == other or (one != one and other != other)  # noqa: PLR0124 - NaN
