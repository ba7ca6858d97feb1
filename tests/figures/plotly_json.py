"""Reading figures as a page does: as JSON, with typed arrays decoded."""

import json
from array import array
from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Any

from optuna_dashboard.figures.figure import Figure, FigureResult
from optuna_dashboard.study.study import Study

Trace = dict[str, Any]


def build(
    figure: Figure,
    studies: "Study | Sequence[Study]",
    ids: Sequence[int] | None = None,
    utc_offset: int = 0,
    **values: str,
) -> FigureResult:
    """Build a figure of one or more studies; it must be valid JSON."""
    studies = [studies] if isinstance(studies, Study) else studies
    result = figure.build(studies, values, ids, utc_offset)
    json.dumps(result.to_json(), allow_nan=False)
    return result


def decode(values: Any) -> list[Any]:
    """The entries of a list or typed array, row by row if it has a shape."""
    if not isinstance(values, Mapping):
        return list(values)
    numbers = array({"f8": "d", "i4": "i"}[values["dtype"]])
    numbers.frombytes(b64decode(values["bdata"]))
    flat = numbers.tolist()
    if "shape" not in values:
        return flat
    height, width = map(int, values["shape"].split(","))
    assert len(flat) == height * width
    return [flat[row * width : (row + 1) * width] for row in range(height)]


def traces_of(result: FigureResult, role: str) -> list[Trace]:
    """The traces with this role."""
    return [trace for trace in result.figure["data"] if trace["meta"]["role"] == role]


def lines_of(result: FigureResult, role: str) -> list[Trace]:
    """The lines with this role, without the traces of their points."""
    return [trace for trace in traces_of(result, role) if "lines" in trace["mode"]]


def points_of(result: FigureResult, role: str, edges: bool = False) -> list[tuple[Any, ...]]:
    """(number, x, y) or (number, x, y, z) of every point with this role, by number.

    Points at the edge of the plot, where infinite values are drawn, are not among them
    unless they are asked for, and nothing else then.
    """
    found = []
    for trace in traces_of(result, role):
        if ("yaxis" in trace) is edges:
            columns = [trace["meta"]["numbers"], *(trace[c] for c in "xyz" if c in trace)]
            decoded = [decode(column) for column in columns]
            assert len({len(column) for column in decoded}) == 1
            found += list(zip(*decoded))
    return sorted(found)
