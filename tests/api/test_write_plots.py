"""Figures of programs that people delete."""

from typing import Any
from urllib.parse import quote

import pytest

from optuna_dashboard import save_plotly_graph_object
from tests.api.written import Written


class Figure:
    def __init__(self, text: str) -> None:
        self._text = text

    def to_json(self) -> str:
        return self._text


@pytest.mark.parametrize("plot_id", ["a", "a:b", "é.-_:0", "/x"])
def test_delete(written: Written, plot_id: str) -> None:
    study = written.study()
    for one in (plot_id, "other", f"{plot_id}:1"):
        save_plotly_graph_object(study, Figure("{}" + " " * 3000), graph_object_id=one)
    address = f"{written.address()}/plots/{quote(plot_id)}"
    written.api.write("DELETE", address)
    assert _ids(written) == ["other", f"{plot_id}:1"]
    prefix = f"dashboard:plot_data:{plot_id}:"
    attrs = written.system_attrs()
    assert [attrs[f"{prefix}{number}"] for number in range(2)] == ["", ""]
    reason = written.api.refused(404, "DELETE", address)
    assert reason == f"plot_id={plot_id} is not found"
    save_plotly_graph_object(study, Figure("{}"), graph_object_id=plot_id)
    assert set(_ids(written)) == {plot_id, "other", f"{plot_id}:1"}


def _ids(written: Written) -> Any:
    return [plot["id"] for plot in written.detail()["plotly_graph_objects"]]
