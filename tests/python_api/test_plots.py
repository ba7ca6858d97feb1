"""Figures that programs save."""

from importlib import import_module

import pytest

from optuna_dashboard import save_plotly_graph_object
from tests.api.written import Written

go = import_module("plotly.graph_objects")


def test_a_figure_is_saved_replaced_and_shown(written: Written) -> None:
    study = written.study()
    large = go.Figure(go.Scatter(y=list(range(3000)), name="ü ☂"))
    assert save_plotly_graph_object(study, large, graph_object_id="a") == "a"
    small = go.Figure(go.Bar(y=[1]), layout={"title": {"text": "small"}})
    other = save_plotly_graph_object(study, small)
    assert len(other) == 36
    assert _shown(written) == {"a": large.to_json(), other: small.to_json()}
    n_chunks = sum(key.startswith("dashboard:plot_data:a:") for key in written.system_attrs())
    save_plotly_graph_object(study, small, graph_object_id="a")
    assert _shown(written) == {"a": small.to_json(), other: small.to_json()}
    chunks = [
        value
        for key, value in sorted(written.system_attrs().items())
        if key.startswith("dashboard:plot_data:a:")
    ]
    assert len(chunks) == n_chunks
    assert "" in chunks
    assert all(isinstance(chunk, str) and len(chunk) <= 2045 for chunk in chunks)


def test_ids(written: Written) -> None:
    figure = go.Figure()
    for plot_id in ("a", "a:b", "a:0", "é.-_:9", "7"):
        save_plotly_graph_object(written.study(), figure, graph_object_id=plot_id)
    assert list(_shown(written)) == ["a", "a:b", "a:0", "é.-_:9", "7"]
    for plot_id in ("", " ", "a b", "a/b", "a\n"):
        with pytest.raises(ValueError, match="valid id of HTML"):
            save_plotly_graph_object(written.study(), figure, graph_object_id=plot_id)
    assert len(_shown(written)) == 5


def _shown(written: Written) -> dict[str, str]:
    plots = written.detail()["plotly_graph_objects"]
    return {plot["id"]: plot["graph_object"] for plot in plots}
