"""Optuna Dashboard 0.21.0 reads what we write, and we read what it writes.

Both serve one file. After each write, by the one or the other, both are asked for everything.
"""

import base64
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import optuna
import pytest

from bench.peer import free_port, peer_command, peer_python, serving

# One pair of servers for all.
pytestmark = pytest.mark.xdist_group("peer")

Json = Any

NOTE = "# Title\n\nüñí `code`\n" + "long line " * 700
IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
# The peer shows a small study as it was up to two seconds ago.
_LONGEST_WAIT = 20.0

# Run by both, each with its own package ``optuna_dashboard``.
PROGRAM = """
import sys, optuna
from optuna_dashboard import (
    ChoiceWidget, ObjectiveUserAttrRef, SliderWidget, TextInputWidget,
    register_objective_form_widgets, register_user_attr_form_widgets, save_note,
    save_plotly_graph_object,
)
study = optuna.load_study(study_name=sys.argv[1], storage=sys.argv[2])
trial, what = study.ask(), sys.argv[3]
if what == "note":
    save_note(study, "of a *program* " * 300)
    save_note(trial, "of a trial")
elif what == "plot":
    import plotly.graph_objects as go
    figure = go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), {"title": "a <b>title</b>"})
    save_plotly_graph_object(study, figure, graph_object_id="mine")
    save_plotly_graph_object(study, figure)
elif what == "objective form":
    register_objective_form_widgets(study, widgets=[
        ChoiceWidget(choices=["Good", "Bad"], values=[1, -1], description="Is it good?"),
    ])
else:
    register_user_attr_form_widgets(study, widgets=[
        SliderWidget(min=1, max=10, step=1, labels=[(1, "low"), (10, "high")], user_attr_key="s"),
        TextInputWidget(optional=True, description="Why?", user_attr_key="why"),
    ])
"""


@dataclass(frozen=True)
class Dashboard:
    """One of the two, over HTTP, and the interpreter that has its package."""

    port: int
    python: list[str]

    def ask(self, method: str, path: str, body: Json = None) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {} if body is None else {"Content-Type": "application/json"}
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, headers)
        response = connection.getresponse()
        answer = response.status, response.read()
        connection.close()
        return answer

    def get(self, path: str) -> Json:
        status, answer = self.ask("GET", path)
        assert status == 200, answer
        return json.loads(answer)

    def write(self, method: str, path: str, body: Json = None) -> Json:
        status, answer = self.ask(method, path, body)
        assert status in (201, 204), answer
        return json.loads(answer) if answer else None


@dataclass(frozen=True)
class Both:
    """Both dashboards of one file."""

    file: str
    ours: Dashboard
    theirs: Dashboard

    def agree(self, study: optuna.Study, until: Callable[[Json], object]) -> Json:
        """What both say of a study, once what was written is to be seen in both."""
        path = f"/api/studies/{study._study_id}"
        deadline = time.monotonic() + _LONGEST_WAIT
        while True:
            ours, theirs = (_plain(one.get(path)) for one in (self.ours, self.theirs))
            if (ours == theirs and until(ours)) or time.monotonic() > deadline:
                assert ours == theirs
                assert until(ours)
                return ours
            time.sleep(0.2)


def _plain(detail: Json) -> Json:
    """A detail without the order of what has none, and without what is ours alone."""
    detail["plotly_graph_objects"].sort(key=lambda plot: plot["id"])
    for thing in (detail, *detail["trials"], *detail["best_trials"]):
        thing["artifacts"].sort(key=lambda artifact: artifact["artifact_id"])
        thing["user_attrs"].sort(key=lambda attr: attr["key"])
    for trial in (*detail["trials"], *detail["best_trials"]):
        trial["params"].sort(key=lambda param: param["name"])
        for param in trial["params"]:
            # Beside the name that the peer misspells.
            assert param.pop("param_external_type", None) in (None, param["param_external_pytyp"])
    for space in (*detail["union_search_space"], *detail["intersection_search_space"]):
        space["distribution"].get("choices", []).sort(key=lambda choice: choice["value"])
    return detail


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    folder = tmp_path_factory.mktemp("peer")
    file, artifacts = folder / "study.db", folder / "artifacts"
    artifacts.mkdir()
    optuna.create_study(storage=f"sqlite:///{file}", study_name="first")
    stored = ["--artifact-dir", str(artifacts)]
    ports = free_port(), free_port()
    mine = [sys.executable, "-m", "optuna_dashboard", f"sqlite:///{file}", "--port", str(ports[0])]
    with ExitStack() as stack:
        stack.enter_context(serving([*mine, *stored], ports[0]))
        stack.enter_context(serving([*peer_command(file, ports[1]), *stored], ports[1]))
        yield Both(
            f"sqlite:///{file}",
            Dashboard(ports[0], [sys.executable]),
            Dashboard(ports[1], [str(peer_python()), "-I"]),
        )


@pytest.fixture(params=["ours", "theirs"])
def writer(request: pytest.FixtureRequest, both: Both) -> Dashboard:
    found: Dashboard = getattr(both, request.param)
    return found


@pytest.fixture
def study(request: pytest.FixtureRequest, both: Both) -> optuna.Study:
    """A complete trial, two running ones, one that waits, of a name of its own."""
    sampler = optuna.samplers.RandomSampler(seed=1)
    study = optuna.create_study(storage=both.file, study_name=request.node.name, sampler=sampler)
    for _ in range(3):
        trial = study.ask()
        trial.suggest_float("x", 0, 1)
        trial.suggest_categorical("kind", ["a", "b"])
    study.tell(0, 1.5)
    study.enqueue_trial({"x": 0.5})
    return study


def ids_of(study: optuna.Study) -> list[int]:
    return [trial._trial_id for trial in study.trials]


def test_notes(both: Both, writer: Dashboard, study: optuna.Study) -> None:
    address, trial = f"/api/studies/{study._study_id}", ids_of(study)[1]
    writer.write("PUT", f"{address}/note", {"version": 1, "body": NOTE})
    writer.write("PUT", f"{address}/{trial}/note", {"version": 1, "body": "of a trial"})
    detail = both.agree(study, lambda detail: detail["trials"][1]["note"]["version"] == 1)
    assert detail["note"] == {"version": 1, "body": NOTE}
    # Shorter than before: nothing of the old text is left.
    writer.write("PUT", f"{address}/note", {"version": 2, "body": "short"})
    detail = both.agree(study, lambda detail: detail["note"]["version"] == 2)
    assert detail["note"]["body"] == "short"
    for one in (both.ours, both.theirs):
        status, answer = one.ask("PUT", f"{address}/note", {"version": 2, "body": "late"})
        assert status == 409
        assert json.loads(answer)["note"] == {"version": 2, "body": "short"}


def test_values_and_attributes(both: Both, writer: Dashboard, study: optuna.Study) -> None:
    _, second, third, _ = ids_of(study)
    attrs = {"text": "ü", "number": 1.5, "list": [1, None]}
    writer.write("POST", f"/api/trials/{second}/user-attrs", {"user_attrs": attrs})
    writer.write("POST", f"/api/trials/{second}/tell", {"state": "Complete", "values": [-1]})
    writer.write("POST", f"/api/trials/{third}/tell", {"state": "Fail"})
    detail = both.agree(study, lambda detail: detail["trials"][2]["state"] == "Fail")
    assert [trial["number"] for trial in detail["best_trials"]] == [1]
    assert [attr["key"] for attr in detail["trials"][1]["user_attrs"]] == sorted(attrs)


def test_artifacts(both: Both, writer: Dashboard, study: optuna.Study) -> None:
    trial = ids_of(study)[1]
    uri = "data:image/png;base64," + base64.b64encode(IMAGE).decode()
    address = f"/api/artifacts/{study._study_id}"
    body = {"file": uri, "filename": "ä b.png"}
    of_study, gone, of_trial = (
        writer.write("POST", path, body)["artifact_id"]
        for path in (address, address, f"{address}/{trial}")
    )
    writer.write("DELETE", f"{address}/{gone}")
    detail = both.agree(study, lambda detail: detail["trials"][1]["artifacts"])
    artifact = {"filename": "ä b.png", "mimetype": "image/png", "encoding": None}
    assert detail["artifacts"] == [{"artifact_id": of_study, **artifact}]
    assert detail["trials"][1]["artifacts"] == [{"artifact_id": of_trial, **artifact}]
    for one in (both.ours, both.theirs):
        for path in (f"{study._study_id}/{of_study}", f"{study._study_id}/{trial}/{of_trial}"):
            assert one.ask("GET", f"/artifacts/{path}") == (200, IMAGE)
        assert one.ask("GET", f"/artifacts/{study._study_id}/{gone}")[0] == 404


def test_preferences(both: Both, writer: Dashboard, request: pytest.FixtureRequest) -> None:
    study = optuna.create_study(storage=both.file, study_name=request.node.name)
    study._storage.set_study_system_attr(study._study_id, "preference:is_preferential", True)
    for _ in range(4):
        study.ask().suggest_float("x", 0, 1)
    address = f"/api/studies/{study._study_id}"
    said = {"mode": "ChooseWorst", "candidates": [0, 1, 2], "clicked": 1}
    writer.write("POST", f"{address}/preference", said)
    writer.write("POST", f"{address}/preference", {**said, "clicked": 2})
    writer.write("POST", f"{address}/{ids_of(study)[3]}/skip")
    shown = {"output_type": "artifact", "artifact_key": "picture"}
    writer.write("PUT", f"{address}/preference_feedback_component", shown)
    detail = both.agree(study, lambda d: d["skipped_trial_numbers"] == [3])
    assert detail["feedback_component_type"] == shown
    assert len(detail["preferences"]) == 4
    first = detail["preference_history"][0]["history"]["id"]
    writer.write("DELETE", f"{address}/preference/{first}")
    both.agree(study, lambda detail: detail["preference_history"][0]["is_removed"])
    writer.write("POST", f"{address}/preference/{first}")
    both.agree(study, lambda detail: not detail["preference_history"][0]["is_removed"])


def test_studies(both: Both, writer: Dashboard, request: pytest.FixtureRequest) -> None:
    name = f"{request.node.name} ü"
    made = writer.write(
        "POST", "/api/studies", {"study_name": name, "directions": ["minimize", "maximize"]}
    )["study_summary"]
    renamed = writer.write(
        "POST", f"/api/studies/{made['study_id']}/rename", {"study_name": f"{name}!"}
    )
    ours, theirs = (one.get("/api/studies")["study_summaries"] for one in (both.ours, both.theirs))
    keys = ("study_id", "study_name", "directions", "user_attrs", "is_preferential")
    listed = [{key: summary[key] for key in keys} for summary in ours]
    assert listed == theirs
    assert renamed["study_name"] == f"{name}!"
    assert renamed["study_id"] in [summary["study_id"] for summary in listed]
    writer.write("DELETE", f"/api/studies/{renamed['study_id']}")
    for one in (both.ours, both.theirs):
        names = [summary["study_name"] for summary in one.get("/api/studies")["study_summaries"]]
        assert not {name, f"{name}!"} & {*names}


@pytest.mark.parametrize(
    ("what", "is_there"),
    [
        ("note", lambda detail: detail["trials"][-1]["note"]["version"] == 1),
        ("plot", lambda detail: len(detail["plotly_graph_objects"]) == 2),
        ("objective form", lambda detail: detail["form_widgets"]["output_type"] == "objective"),
        ("user attribute form", lambda d: d["form_widgets"]["output_type"] == "user_attr"),
    ],
)
def test_programs(
    both: Both,
    writer: Dashboard,
    study: optuna.Study,
    what: str,
    is_there: Callable[[Json], object],
) -> None:
    command = [*writer.python, "-c", PROGRAM, study.study_name, both.file, what]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[1])
    both.agree(study, is_there)
