"""Words that end up in a figure or in its notes."""

from collections.abc import Iterable

_MOST_NAMED = 10


def escape(text: str) -> str:
    """``text`` so that Plotly shows it as it is, in titles, names and hover templates.

    Plotly reads a small HTML, and ``%{...}`` in templates; both are told it as entities.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("%{", "%&#123;")


def counted(n: int, thing: str = "trial") -> str:
    """``1 trial``, ``1,200 trials``."""
    return f"{n:,} {thing}" if n == 1 else f"{n:,} {thing}s"


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def named_trials(numbers: Iterable[int]) -> str:
    """``trial 3``, ``trials 1, 2 and 3``; of many the first ones."""
    items = list(map(str, sorted(numbers)))
    if len(items) == 1:
        return f"trial {items[0]}"
    if len(items) > _MOST_NAMED:
        items[_MOST_NAMED:] = [f"{len(items) - _MOST_NAMED:,} more"]
    return f"trials {listed(items)}"


def number_text(value: float) -> str:
    """A value in a sentence: six digits, ``inf`` and ``-inf`` spelt as everywhere else."""
    return f"{value:.6g}"
