"""The table of a benchmark run, as Markdown."""

import statistics
from collections.abc import Iterable

from bench.measurement import Measurement

SIZES = {0: "no study", 1_000: "1k", 10_000: "10k", 100_000: "100k", 1_000_000: "1M"}

FIGURES = (
    "history",
    "Pareto front",
    "hypervolume",
    "intermediate values",
    "importance",
    "slice",
    "contour",
    "rank",
    "parallel coordinates",
    "scatter-plot matrix",
    "EDF",
    "timeline",
    "terminator",
    "preference graph",
    "preference history",
    "preferred parameters",
)

# Figures that are built in process, and the goal of each.
NATIVE_FIGURES = {
    "history figure": "0.5 s at 100k",
    "Pareto figure": "1 s at 100k",
    "Pareto figure, 3 objectives": "1 s at 100k",
    "hypervolume figure": "1 s at 100k",
    "hypervolume figure, 3 objectives": "1 s at 100k",
    "importance figure": "3 s at 100k",
    "importance figure, fANOVA": "",
    "intermediate values figure": "1 s at 100k",
    "slice figure": "1 s at 100k",
    "contour figure": "1 s at 100k",
    "rank figure": "1 s at 100k",
    "parallel coordinates figure": "1 s at 100k",
    "scatter-plot matrix figure": "1 s at 100k",
    "EDF figure": "1 s at 100k",
    "timeline figure": "1 s at 100k",
    "terminator figure": "1 s at 100k",
    "preference graph figure": "1 s at 100k",
    "preference history figure": "1 s at 100k",
    "preferred parameters figure": "1 s at 100k",
    "history of two studies": "1 s at 100k",
    "EDF of two studies": "1 s at 100k",
    "best values of two studies": "1 s at 100k",
}

# (subject, heading, {action: goal})
SECTIONS: list[tuple[str, str, dict[str, str]]] = [
    (
        "browser",
        "Chromium, the built site",
        {
            "first paint, cold": "0.5 s",
            "first paint, warm": "0.5 s",
            "worker ready, cold": "",
            "reference ready, cold": "",
            "worker ready / reference, cold": "1.5",
            "worker ready, warm": "",
            "reference ready, warm": "",
            "worker ready / reference, warm": "1.5",
            "drop -> list": "",
            "click -> figure": "",
            "drop -> list, click -> figure": "1 s, 3 s, 15 s",
            "trials tab -> rows": "",
            "longest frame while scrolling": "",
            "frames over 34 ms while scrolling": "",
            "jump to the middle -> rows": "",
            "sort by value -> rows": "",
            "peak memory, page process, first figure": "2 GB at 1M",
            "peak memory, page process": "",
            "peak memory, whole browser": "",
        },
    ),
    (
        "browser",
        "Chromium, each figure alone on the analysis page, drawn without a GPU",
        {
            f"{figure}, {what}": goal
            for figure in FIGURES
            for what, goal in (
                ("drawn", ""),
                ("longest freeze", "1 s at 100k"),
                ("selection, longest freeze", "1 s at 100k"),
            )
        },
    ),
    (
        "vscode",
        "code-server, in Chromium",
        {
            "menu -> list, snapshot start": "",
            "menu -> list, plain start": "",
            "menu -> list, click -> figure, snapshot start": "",
            "menu -> list, click -> figure, plain start": "",
            "outside commit -> on screen": "1 s",
        },
    ),
    (
        "native",
        "CPython, in process",
        {
            "list": "",
            "summary": "",
            "table page": "50 ms",
            "table page, scrolled to": "50 ms",
            "table page, sorted by value": "",
            "table page, sorted by parameter": "",
            "selection by value and parameter": "",
            "trial": "",
            "full detail": "",
            "CSV": "",
        },
    ),
    (
        "native",
        "Figures, CPython, in process, of a storage just opened",
        {**NATIVE_FIGURES, "parameters of two studies": ""},
    ),
    (
        "native",
        "Figures, CPython, in process, once their columns have been read",
        {f"{figure}, again": goal for figure, goal in NATIVE_FIGURES.items()},
    ),
    (
        "server",
        "Our server, over HTTP",
        {
            "start -> list": "0.5 s",
            "list": "",
            "full detail": "",
            "full detail, size": "",
            "idle poll": "20 ms at 100k",
            "poll after one more trial": "",
            "peak memory": "",
        },
    ),
    (
        "peer",
        "Peer's server, over HTTP",
        {
            "start -> list": "",
            "list": "",
            "full detail": "",
            "full detail, size": "",
            "idle poll": "",
            "poll after one more trial": "",
            "peak memory": "",
        },
    ),
    (
        "ratio",
        "Peer / ours",
        {
            "start -> list": "",
            "list": "",
            "full detail": "20",
            "idle poll": "",
            "poll after one more trial": "",
        },
    ),
]


def make_table(measurements: Iterable[Measurement]) -> str:
    """One table of all measurements: a row for each action, a column for each study size."""
    found = list(measurements)
    found += [*_sizes(found), *_ratios(found)]
    cells = {(m.subject, m.action, m.trials): _cell(m) for m in found}
    lines = [
        "| | " + " | ".join(SIZES.values()) + " | goal |",
        "|---|" + "--:|" * len(SIZES) + "---|",
    ]
    for subject, heading, goals in SECTIONS:
        rows = [_row(cells, subject, action, goal) for action, goal in goals.items()]
        if any(rows):
            lines += [f"| **{heading}** |" + " |" * (len(SIZES) + 1), *filter(None, rows)]
    return "\n".join(lines)


def _row(
    cells: dict[tuple[str, str, int], str], subject: str, action: str, goal: str
) -> str | None:
    row = [cells.get((subject, action, trials), "") for trials in SIZES]
    return f"| {action} | {' | '.join(row)} | {goal} |" if any(row) else None


def _sizes(found: list[Measurement]) -> list[Measurement]:
    """The sizes of the answers as measurements of their own."""
    return [
        Measurement(m.subject, "full detail, size", m.trials, [m.size / 1e6], "MB")
        for m in found
        if m.size and m.action == "full detail"
    ]


def _ratios(found: list[Measurement]) -> list[Measurement]:
    """How many times the peer's time ours is, and the worker's start against the reference."""
    of = {(m.subject, m.action, m.trials): m for m in found}
    ratios = []
    for (subject, action, trials), ours in of.items():
        peer = of.get(("peer", action, trials))
        if subject == "server" and peer and ours.unit == "s":
            ratios.append(Measurement("ratio", action, trials, [peer.median / ours.median], ""))
        reference = of.get((subject, action.replace("worker", "reference"), trials))
        if action.startswith("worker ready") and reference:
            name = action.replace("ready", "ready / reference")
            number = ours.median / reference.median
            ratios.append(Measurement(subject, name, trials, [number], ""))
    return ratios


def _cell(measurement: Measurement) -> str:
    """Median and best, or one number where there is only one."""
    factor, unit = 1.0, measurement.unit
    if unit == "s" and measurement.median < 1:
        factor, unit = 1000, "ms"
    numbers = [measurement.median, measurement.best]
    if len(measurement.numbers) == 1 or unit in ("MB", "%"):
        numbers = [statistics.median(measurement.numbers)]
    return f"{' / '.join(_digits(n * factor) for n in numbers)} {unit}".strip()


def _digits(number: float) -> str:
    """Three significant digits are more than a loaded machine can promise."""
    if number >= 100:
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"
