"""What a page may draw of a Plotly figure that somebody else made.

Such a figure is data: it may run nothing and fetch nothing. Pages have a policy that keeps
them from both; here is made sure that they need not rely on it alone.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from optuna_dashboard.figures.text import counted, listed
from optuna_dashboard.study.json import JSON

# Every type of trace that needs nothing but its data.
DRAWABLE = (
    "bar",
    "barpolar",
    "box",
    "candlestick",
    "carpet",
    "cone",
    "contour",
    "contourcarpet",
    "funnel",
    "funnelarea",
    "heatmap",
    "histogram",
    "histogram2d",
    "histogram2dcontour",
    "icicle",
    "image",
    "indicator",
    "isosurface",
    "mesh3d",
    "ohlc",
    "parcats",
    "parcoords",
    "pie",
    "quiver",
    "sankey",
    "scatter",
    "scatter3d",
    "scattercarpet",
    "scattergl",
    "scatterpolar",
    "scatterpolargl",
    "scattersmith",
    "scatterternary",
    "splom",
    "streamtube",
    "sunburst",
    "surface",
    "table",
    "treemap",
    "violin",
    "volume",
    "waterfall",
)
_MAPS = re.compile(r"choropleth|densitymap|scattergeo|scattermap")
# Maps, and what would fight with the look of the page.
_NOT_OURS = re.compile(
    r"(map|mapbox|geo)\d*|template|title|paper_bgcolor|plot_bgcolor|width|height|autosize|meta"
)
# Keys that mean something to JavaScript itself.
_OBJECTS = ("__proto__", "constructor", "prototype")
# What a button does: names of parts, and their new values.
_CALLS = ("args", "args2")

_TAG = re.compile(r"<[^<>]*>")
_TAG_PARTS = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]+)(?P<attributes>\s[^<>]*)?>")
_STYLE = re.compile(r"""(?:^|[\s"'])style\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
# Without letters that could spell what fetches something in another way.
_HARMLESS_STYLE = re.compile(r"(?!.*url)[\w\s:;#.,%()-]*", re.IGNORECASE | re.DOTALL)


class ForeignError(ValueError):
    """Something is no Plotly figure; the text says what it is instead."""


@dataclass(slots=True)
class Foreign:
    """A figure that is safe to draw, and sentences on what was left out."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]
    notes: list[str]


@dataclass(slots=True)
class _Losses:
    pictures: int = 0
    links: int = 0
    types: Counter[str] = field(default_factory=Counter)


def clean(figure: JSON) -> Foreign:
    """The figure without what could run or fetch something.

    Raises:
        ForeignError: if it is no figure.
    """
    if not isinstance(figure, Mapping):
        raise ForeignError("it is not a JSON object")
    data, layout = figure.get("data", []), figure.get("layout") or {}
    if not isinstance(data, list) or not all(isinstance(trace, Mapping) for trace in data):
        raise ForeignError("its data is not a list of traces")
    if not isinstance(layout, Mapping):
        raise ForeignError("its layout is not a JSON object")
    losses = _Losses()
    kept = [trace for trace in data if _is_drawable(trace, losses)]
    parts = {key: part for key, part in layout.items() if not _NOT_OURS.fullmatch(str(key))}
    return Foreign(
        data=[_cleaned(trace, losses) for trace in kept],
        layout=_cleaned(parts, losses),
        notes=_notes(losses, bool(figure.get("frames"))),
    )


def title_of(figure: JSON) -> str:
    """The title of a figure as plain text, empty if it has none."""
    layout = figure.get("layout") if isinstance(figure, Mapping) else None
    title = layout.get("title") if isinstance(layout, Mapping) else None
    text = title.get("text") if isinstance(title, Mapping) else title
    return " ".join(_TAG.sub(" ", text).split()) if isinstance(text, str) else ""


def _is_drawable(trace: Any, losses: _Losses) -> bool:
    kind = trace.get("type") or "scatter"
    if kind in DRAWABLE:
        return True
    losses.types[str(kind)[:40]] += 1
    return False


def _cleaned(value: Any, losses: _Losses, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {
            name: _cleaned(part, losses, name)
            for name, part in value.items()
            if name not in _OBJECTS and not _fetches(name, part, losses)
        }
    if isinstance(value, list):
        if key in _CALLS and any(isinstance(part, str) and _is_source(part) for part in value):
            losses.pictures += 1
            return []
        return [_cleaned(part, losses, key) for part in value]
    return _clean_text(value, losses) if isinstance(value, str) and "<" in value else value


def _fetches(key: str, value: Any, losses: _Losses) -> bool:
    """Whether a part is a picture from elsewhere; ``images[0].source`` is a key of a button."""
    sources = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    texts = [source for source in sources if isinstance(source, str)]
    if not _is_source(key) or all(text.startswith("data:image/") for text in texts):
        return False
    losses.pictures += 1
    return True


def _is_source(key: str) -> bool:
    return key.endswith("source")


def _clean_text(text: str, losses: _Losses) -> str:
    """Plotly shows a little HTML; in it, links become text, and styles that may fetch go.

    A tag is never just left out: what stands around it could be one then.
    """

    def clean_tag(found: "re.Match[str]") -> str:
        parts = _TAG_PARTS.fullmatch(found[0])
        if parts is None:
            return found[0]  # no tag to Plotly either: shown as it is
        if parts["name"].lower() == "a":
            losses.links += not parts["end"]
            return f"<{parts['end']}span>"
        style = _STYLE.search(parts["attributes"] or "")
        kept = style[1] if style and _HARMLESS_STYLE.fullmatch(style[1][1:-1]) else ""
        return f"<{parts['end']}{parts['name']}{' style=' + kept if kept else ''}>"

    return _TAG.sub(clean_tag, text)


def _notes(losses: _Losses, is_animated: bool) -> list[str]:
    notes = []
    maps = {kind: n for kind, n in losses.types.items() if _MAPS.match(kind)}
    others = {kind: n for kind, n in losses.types.items() if kind not in maps}
    for kinds, why in ((maps, "maps are fetched from elsewhere"), (others, "it is unknown")):
        if kinds:
            traces = counted(sum(kinds.values()), "trace")
            notes.append(f"Not drawn: {traces} of type {listed(list(kinds))}, for {why}.")
    if losses.pictures:
        pictures = counted(losses.pictures, "picture")
        notes.append(f"Not shown: {pictures} that would be fetched from elsewhere.")
    if losses.links:
        notes.append(f"Shown as text only: {counted(losses.links, 'link')}.")
    if is_animated:
        notes.append("Its animation is not shown.")
    return notes
