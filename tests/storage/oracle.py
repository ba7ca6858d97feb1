"""Compares what we read of a file with what the release of Optuna that wrote it said.

Plain assertions without pytest or Optuna, because it also runs inside Pyodide.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import isnan
from pathlib import Path
from typing import Any

from optuna_dashboard.storage.base import StudySummary
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.study.columns import Trial
from optuna_dashboard.study.distributions import (
    CategoricalDistribution,
    Distribution,
    to_external,
)
from optuna_dashboard.study.study import Study
from tests.storage.columns_oracle import check_columns, check_summary
from tests.storage.reasons import reasons_of

Json = dict[str, Any]

# The expectations were printed under Asia/Tokyo. Optuna 5 turns what is stored into local
# time, also where an earlier release had stored local time; earlier ones do nothing.
_TOKYO = timedelta(hours=9)
_LEGACY = "multi_objective:"
_MISSING = "(missing)"

# Optuna 5 itself sees but one trial of each study of this file, because its trials have no
# number: what 0.8 said before the upgrade counts.
UPGRADED_08 = "optuna-0.8.0-to-2.4.0-to-5.0.0"

# Files that Optuna refuses, or that hold nothing.
WITHOUT_STUDIES = {"corrupt-middle", "unknown-op99", "empty"}


def cases(fixtures: Path) -> list[tuple[Path, Path]]:
    """Every file below ``fixtures`` that Optuna has answered for, with its expectation."""
    found = []
    for pattern in ("sqlite/*.db", "upgraded/*.db", "journal/*.log", "special/small.db"):
        for path in sorted(fixtures.glob(pattern)):
            ending = ".before.expected.json" if path.stem == UPGRADED_08 else ".expected.json"
            if path.stem not in WITHOUT_STUDIES:
                found.append((path, path.with_name(path.stem + ending)))
    return found


def check_file(path: Path, expected_path: Path) -> None:
    """Assert that every study of the file reads as expected, trials in full and columns."""
    expected = load(expected_path)
    storage = open_storage(str(path))
    try:
        summaries = storage.summaries()
        ours = {s.header.name: our_answer(s, storage.study(s.header.id)) for s in summaries}
        for summary in summaries:
            check_columns(storage.study(summary.header.id))
            check_summary(summary, storage.study(summary.header.id))
    finally:
        storage.close()
    theirs = expected_studies(expected_path)
    if expected["optuna"] == "0.8.0":
        forget_what_08_did_not_say(ours)
    check_same(path.name, theirs, ours)
    order = expected["study_order_in_summaries"]
    assert [s.header.name for s in summaries] == order, "order of studies"


def expected_studies(path: Path) -> Json:
    """What an expectation says of each study, in the shape of ``our_answer``."""
    expected = load(path)
    studies = {name: _Expected(expected, name).study() for name in expected["studies"]}
    for reason in reasons_of(path.name):
        reason.apply(studies)
    return studies


def check_same(file: str, theirs: Json, ours: Json) -> None:
    """Assert that two answers are the same, or tell where they differ."""
    differences = list(_differences("", theirs, ours))
    assert not differences, f"{file}:\n" + "\n".join(differences[:20])


def load(path: Path) -> Json:
    def special(pairs: Json) -> Any:
        return float(pairs["$float"]) if list(pairs) == ["$float"] else pairs

    loaded: Json = json.loads(path.read_text("utf-8"), object_hook=special)
    return loaded


class _Expected:
    """One expected study, put into the shape of ``our_answer``."""

    def __init__(self, expected: Json, name: str) -> None:
        self._shift = _TOKYO if int(expected["optuna"].split(".")[0]) >= 5 else timedelta()
        self._raw = expected["studies"][name]
        # The real directions of a legacy multi-objective study.
        self._legacy = self._raw["system_attrs"].get(f"{_LEGACY}study:directions")
        helped = name.removeprefix("_motpe-")
        self._helper_of = helped if helped in expected["studies"] and helped != name else None

    def study(self) -> Json:
        raw, trials = self._raw, self._trials()
        directions = [name.upper() for name in self._legacy or raw.get("directions", ())]
        best = self._best() if len(directions) < 2 else None
        best_trials = raw.get("best_trials", [best["number"]] if best else [])
        if self._legacy:
            trials = [self._legacy_trial(trial) for trial in trials]
            best_trials = _front(directions, trials)
            self._check_legacy_answers(trials, best_trials)
            best = None
        return {
            "id": raw["study_id"],
            "directions": directions,
            "user_attrs": raw["user_attrs"],
            "system_attrs": visible(raw["system_attrs"]),
            "metric_names": raw.get("metric_names"),
            "is_legacy": bool(self._legacy),
            "helper_of": self._helper_of,
            "states": raw["states"],
            "trials": trials,
            "best": best,
            # Optuna lists all that are as good as the best one; we name the first.
            "best_trials": best_trials[:1] if len(directions) < 2 else best_trials,
        }

    def _best(self) -> Json | None:
        best = self._raw.get("best")
        if best is None:
            return None
        number = best["number"]
        if number is None:  # Optuna 0.8 gave trials no number
            trials = self._raw["trials"]
            number = [(t["params"], t["values"]) for t in trials].index(
                (best["params"], [best["value"]])
            )
        return {"number": number, "value": best["value"]}

    def _trials(self) -> list[Json]:
        trials = []
        distributions: Json = {}
        for row, trial in enumerate(self._raw["trials"]):
            # Left out where it equals that of the trial before.
            distributions = trial.get("distributions", distributions)
            trials.append(self._trial(row, trial, distributions))
        return trials

    def _trial(self, row: int, trial: Json, distributions: Json) -> Json:
        steps = {int(step): value for step, value in trial["intermediate_values"].items()}
        spaces = {
            name: _new_name(distributions[name]) for name in trial["params"] if distributions
        }
        return {
            "id": trial["trial_id"],
            "number": row if trial["number"] is None else trial["number"],
            "state": trial["state"],
            "values": trial["values"],
            "start": self._time(trial["datetime_start"]),
            "complete": self._time(trial["datetime_complete"]),
            "params": trial["params"],
            "distributions": spaces,
            "user_attrs": trial["user_attrs"],
            "system_attrs": visible(trial["system_attrs"]),
            "intermediate_values": steps,
            "intermediate_vectors": {},
            "constraints": trial.get("constraints") or _constraints(trial["system_attrs"]),
        }

    def _time(self, text: str | None) -> str | None:
        return (datetime.fromisoformat(text) - self._shift).isoformat() if text else None

    def _legacy_trial(self, trial: Json) -> Json:
        n, reports = len(self._legacy), trial["intermediate_values"]
        values = [reports.get(i) for i in range(n)]
        is_whole = trial["state"] == "COMPLETE" and None not in values
        vectors = {
            step // n - 1: tuple(reports.get(step // n * n + i) for i in range(n))
            for step in reports
            if step >= n
        }
        return {
            **trial,
            "values": values if is_whole else None,
            "intermediate_values": {},
            "intermediate_vectors": vectors,
        }

    def _check_legacy_answers(self, trials: list[Json], front: list[int]) -> None:
        """What the old multi-objective API itself said, where it was asked."""
        if "legacy" not in self._raw:
            return
        answers = self._raw["legacy"]
        assert answers["directions"] == [name.upper() for name in self._legacy]
        assert answers["pareto_front"] == front
        for theirs, ours in zip(answers["trials"], trials, strict=True):
            vectors = {int(s): tuple(v) for s, v in theirs["intermediate_values"].items()}
            assert vectors == ours["intermediate_vectors"]
            assert theirs["last_step"] == max(vectors, default=None)
            if ours["values"] is not None:
                assert theirs["values"] == ours["values"]
            else:
                assert theirs["state"] != "COMPLETE" or None in theirs["values"]


def forget_what_08_did_not_say(studies: Json) -> None:
    """Optuna 0.8 had no way to ask for directions and distributions, nor trial numbers."""
    for study in studies.values():
        study["directions"] = []
        for trial in study["trials"]:
            trial["distributions"] = {}


def visible(attrs: Json) -> Json:
    return {key: value for key, value in attrs.items() if not key.startswith(_LEGACY)}


def _constraints(attrs: Json) -> Json:
    """Constraints as Optuna 5 would name them, for releases that had no such attribute."""
    listed = attrs.get("constraints") or attrs.get("nsga2:constraints") or []
    return {str(i): value for i, value in enumerate(listed)}


def _front(directions: list[str], trials: list[Json]) -> list[int]:
    signs = [-1.0 if name == "MAXIMIZE" else 1.0 for name in directions]
    points = [
        (trial["number"], [sign * value for sign, value in zip(signs, trial["values"])])
        for trial in trials
        if trial["values"] is not None
    ]
    return [
        number
        for number, point in points
        if not any(
            other != point and all(a <= b for a, b in zip(other, point)) for _, other in points
        )
    ]


def _new_name(distribution: Json) -> Json:
    """The distribution by the names that Optuna uses from 3.0 on."""
    name, a = distribution["name"], distribution["attributes"]
    if name == "CategoricalDistribution":
        return {"name": name, "choices": list(a["choices"])}
    return {
        "name": "IntDistribution" if name.startswith("Int") else "FloatDistribution",
        "low": a["low"],
        "high": a["high"],
        "log": a.get("log", "Log" in name),
        "step": a.get("q", a.get("step", 1 if name.startswith("Int") else None)),
    }


def our_answer(summary: StudySummary, study: Study) -> Json:
    header = study.header
    is_single = len(header.directions) == 1 and not header.is_legacy_multi_objective
    best = study.best if is_single else None
    return {
        "id": header.id,
        "directions": [direction.name for direction in header.directions],
        "user_attrs": header.user_attrs,
        "system_attrs": header.system_attrs,
        "metric_names": header.metric_names,
        "is_legacy": header.is_legacy_multi_objective,
        "helper_of": header.helper_of,
        "states": {state.name: n for state, n in summary.state_counts.items()},
        "trials": [_our_trial(trial) for trial in study.trials(range(len(study.index)))],
        "best": {"number": best[1], "value": best[0]} if best else None,
        "best_trials": [study.index.numbers[row] for row in study.best_rows],
    }


def _our_trial(trial: Trial) -> Json:
    return {
        "id": trial.id,
        "number": trial.number,
        "state": trial.state.name,
        "values": trial.values,
        "start": trial.start.isoformat() if trial.start else None,
        "complete": trial.complete.isoformat() if trial.complete else None,
        "params": {name: to_external(d, value) for name, (value, d) in trial.params.items()},
        "distributions": {name: plain_space(d) for name, (_, d) in trial.params.items()},
        "user_attrs": trial.user_attrs,
        "system_attrs": trial.system_attrs,
        "intermediate_values": trial.intermediate_values,
        "intermediate_vectors": trial.intermediate_vectors,
        "constraints": trial.constraints,
    }


def plain_space(d: Distribution) -> Json:
    name = type(d).__name__
    if isinstance(d, CategoricalDistribution):
        return {"name": name, "choices": list(d.choices)}
    return {"name": name, "low": d.low, "high": d.high, "log": d.log, "step": d.step}


def _differences(where: str, theirs: Any, ours: Any) -> Iterator[str]:
    """Every leaf in which two values differ; ``True`` is not ``1``, NaN equals NaN."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in [*theirs, *(key for key in ours if key not in theirs)]:
            inner = f"{where} / {key}"
            yield from _differences(
                inner, theirs.get(key, "(missing)"), ours.get(key, "(missing)")
            )
    elif isinstance(theirs, list | tuple) and isinstance(ours, list | tuple):
        if len(theirs) != len(ours):
            yield f"{where}: {len(theirs)} expected, {len(ours)} read"
        for i, (a, b) in enumerate(zip(theirs, ours)):
            yield from _differences(f"{where} / {i}", a, b)
    elif not _is_same(theirs, ours):
        yield f"{where}: {theirs!r} expected, {ours!r} read"


def _is_same(a: Any, b: Any) -> bool:
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, float) and isinstance(b, float) and isnan(a):
        return isnan(b)
    return bool(a == b)
