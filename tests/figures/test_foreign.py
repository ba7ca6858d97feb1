"""Figures that somebody else made run nothing and fetch nothing."""

import json
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]
import pytest

from optuna_dashboard.figures.foreign import DRAWABLE, ForeignError, clean, title_of

PICTURE = "data:image/png;base64,iVBORw0KGgo="


def cleaned_text(text: str) -> str:
    layout = clean({"data": [], "layout": {"annotations": [{"text": text}]}}).layout
    return str(layout["annotations"][0]["text"])


def test_what_plotly_writes_comes_through() -> None:
    figure = go.Figure(
        [go.Heatmap(z=[[1, 2], [3, 4]], x=["a", "b < c"]), go.Scatter(y=[1.5, None])],
        go.Layout(xaxis={"title": "x<sub>1</sub>", "range": [0, 1]}, legend={"x": 0}),
    )
    given = json.loads(figure.to_json())
    result = clean(given)
    assert result.data == given["data"]
    del given["layout"]["template"]
    assert result.layout == given["layout"]
    assert result.notes == []


def test_the_look_of_the_page_wins() -> None:
    layout: Any = {
        "template": {"layout": {}},
        "title": {"text": "t"},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "width": 300,
        "height": 200,
        "autosize": False,
        "margin": {"t": 60},
    }
    assert clean({"layout": layout}).layout == {"margin": {"t": 60}}


@pytest.mark.parametrize(
    "text",
    [
        '<a href="javascript:alert(1)">x</a>',
        "<a href='&#106;avascript:alert(1)'>x</a>",
        '<A\nHREF="https://example.com" popup="a=1">x</A>',
        "<a>x</a>",
        '<a style="color:url(https://example.com)">x</a>',
    ],
)
def test_links_become_text(text: str) -> None:
    assert cleaned_text(text) == "<span>x</span>"
    assert clean({"data": [{"text": [text]}]}).notes == ["Shown as text only: 1 link."]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('<b style="color: #f00">x</b>', '<b style="color: #f00">x</b>'),
        (
            "<span style='font-size:12px;color:rgb(1,2,3)'>",
            "<span style='font-size:12px;color:rgb(1,2,3)'>",
        ),
        ('<span style="fill:url(https://example.com)">', "<span>"),
        ('<span style="fill:UR&#76;(//x)">', "<span>"),
        ('<span style="fill:u\\72l(//x)">', "<span>"),
        ("<span style='background:image-set(\"//x\")'>", "<span>"),
        ('<span onclick="alert(1)" style="color:red">', '<span style="color:red">'),
        ("<b onclick=alert(1)>", "<b>"),
        ("<br>", "<br>"),
        ("1 < 2 <b>and</b> 3 > 2", "1 < 2 <b>and</b> 3 > 2"),
        ("< a href='javascript:1'>", "< a href='javascript:1'>"),
    ],
)
def test_tags_keep_what_is_harmless(text: str, left: str) -> None:
    assert cleaned_text(text) == left


def test_no_tag_is_made_of_what_is_left() -> None:
    text = cleaned_text("<<a>a href='javascript:alert(1)'>x")
    assert "<a" not in text
    assert cleaned_text(text) == text


def test_pictures_must_be_part_of_the_figure() -> None:
    layout: Any = {
        "images": [{"source": PICTURE, "x": 0}, {"source": "https://example.com/x.png", "x": 1}],
        "updatemenus": [
            {
                "buttons": [
                    {"args": [{"images[0].source": "//example.com/x"}]},
                    {"args": ["images[0].source", "//example.com/x"]},
                    {"args2": [{"source": ["//example.com/x"]}]},
                ]
            }
        ],
    }
    result = clean({"data": [{"type": "image", "source": "http://x"}], "layout": layout})
    assert result.layout["images"] == [{"source": PICTURE, "x": 0}, {"x": 1}]
    buttons = [{"args": [{}]}, {"args": []}, {"args2": [{}]}]
    assert result.layout["updatemenus"] == [{"buttons": buttons}]
    assert result.data == [{"type": "image"}]
    assert result.notes == ["Not shown: 5 pictures that would be fetched from elsewhere."]


def test_flows_have_sources_too() -> None:
    sankey: Any = {"type": "sankey", "link": {"source": [0, 1], "target": [1, 2], "value": [1, 1]}}
    assert clean({"data": [sankey]}).data == [sankey]


def test_maps_and_unknown_traces_are_told() -> None:
    data: list[Any] = [{"type": "choropleth"}, {"type": "scattermapbox"}, {"type": "x<b>"}, {}]
    result = clean({"data": data, "layout": {"geo2": {}, "map": {"style": "//x"}, "mapbox": {}}})
    assert (result.data, result.layout) == ([{}], {})
    assert result.notes == [
        "Not drawn: 2 traces of type choropleth and scattermapbox, for maps are fetched from "
        "elsewhere.",
        "Not drawn: 1 trace of type x<b>, for it is unknown.",
    ]


def test_animations_are_told() -> None:
    assert clean({"frames": [{}]}).notes == ["Its animation is not shown."]


def test_keys_of_javascript_itself_are_left_out() -> None:
    trace = json.loads('{"__proto__": {"x": 1}, "marker": {"constructor": 1, "size": 2}}')
    assert clean({"data": [trace]}).data == [{"marker": {"size": 2}}]


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ([], "it is not a JSON object"),
        ("x", "it is not a JSON object"),
        ({"data": {}}, "its data is not a list of traces"),
        ({"data": [1]}, "its data is not a list of traces"),
        ({"data": [], "layout": [1]}, "its layout is not a JSON object"),
    ],
)
def test_what_is_no_figure(figure: Any, reason: str) -> None:
    with pytest.raises(ForeignError) as error:
        clean(figure)
    assert str(error.value) == reason


@pytest.mark.parametrize(
    ("figure", "title"),
    [
        ({"layout": {"title": {"text": "A<br><b>b</b>"}}}, "A b"),
        ({"layout": {"title": "old"}}, "old"),
        ({"layout": {"title": {"text": 1}}}, ""),
        ({"layout": []}, ""),
        ([], ""),
    ],
)
def test_titles(figure: Any, title: str) -> None:
    assert title_of(figure) == title


def test_the_types_are_plotlys() -> None:
    known = set(go.Figure().add_trace.__self__._data_validator.class_strs_map)
    maps = {name for name in known if "map" in name.replace("heatmap", "") or "geo" in name}
    assert known - maps - {"choropleth"} <= {*DRAWABLE}
