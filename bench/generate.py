"""Write an Optuna 5 SQLite file with a large study, quickly but as Optuna lays it out.

    python -m bench.generate 100000 --intermediate 20

The tables are Optuna's own (an empty ``RDBStorage`` file); the rows are inserted trial by
trial in the order in which a running study inserts them, because that decides how the pages
of the tables lie among each other in the file. Files are kept in the user's cache.
"""

import argparse
import contextlib
import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

import optuna
from optuna.distributions import distribution_to_json

from bench import trials as trials_module
from bench.trials import SPACE, MadeTrial, Recipe, make_feedback, make_trials

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "optuna-dashboard/bench")
SPACE_JSON = {name: distribution_to_json(distribution) for name, distribution in SPACE.items()}

_KEY_LENGTH = 12


def study_file(recipe: Recipe) -> Path:
    """The file of ``recipe``, written now unless the cache has it."""
    path = CACHE / f"{recipe.file_name}-{_content_key(recipe)}.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for outdated in path.parent.glob(f"{recipe.file_name}-{'[0-9a-f]' * _KEY_LENGTH}.db"):
            outdated.unlink()
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
        write_study(unfinished, recipe)
        unfinished.rename(path)
    return path


def _content_key(recipe: Recipe) -> str:
    """A hash of all that decides what is in the file."""
    sources = [Path(__file__), Path(trials_module.__file__)]
    parts = [json.dumps(asdict(recipe)), optuna.__version__, *(s.read_text() for s in sources)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_KEY_LENGTH]


def write_study(path: Path, recipe: Recipe) -> None:
    """Write the study to a new file."""
    _create_empty(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        # Nothing is lost but a half-written file when the machine dies meanwhile.
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA cache_size = -200000")
        db.execute("INSERT INTO studies VALUES (1, ?)", (recipe.study_name,))
        db.executemany(
            "INSERT INTO study_directions (direction, study_id, objective) VALUES (?, 1, ?)",
            [(direction, i) for i, direction in enumerate(recipe.directions)],
        )
        _insert(db, recipe, make_trials(recipe))
        db.executemany(
            "INSERT INTO study_system_attributes (study_id, key, value_json) VALUES (1, ?, ?)",
            [(key, json.dumps(value)) for key, value in _preference_attrs(recipe)],
        )
        db.commit()


def _create_empty(path: Path) -> None:
    storage = optuna.storages.RDBStorage(f"sqlite:///{path}")
    storage.remove_session()
    storage.engine.dispose()


def _insert(db: sqlite3.Connection, recipe: Recipe, trials: Iterable[MadeTrial]) -> None:
    start = "INSERT INTO trials (trial_id, number, study_id, state, datetime_start)"
    start += " VALUES (?, ?, 1, 'RUNNING', ?)"
    end = "UPDATE trials SET state = ?, datetime_complete = ? WHERE trial_id = ?"
    param = "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json)"
    param += " VALUES (?, ?, ?, ?)"
    value = "INSERT INTO trial_values (trial_id, objective, value, value_type)"
    value += " VALUES (?, ?, ?, 'FINITE')"
    step = "INSERT INTO trial_intermediate_values"
    step += " (trial_id, step, intermediate_value, intermediate_value_type)"
    step += " VALUES (?, ?, ?, 'FINITE')"
    user = "INSERT INTO trial_user_attributes (trial_id, key, value_json) VALUES (?, ?, ?)"
    system = "INSERT INTO trial_system_attributes (trial_id, key, value_json) VALUES (?, ?, ?)"
    for id, trial in enumerate(trials, 1):
        db.execute(start, (id, id - 1, _text(trial.start)))
        if recipe.sampler_attrs:
            db.execute(system, (id, "tpe:relative_params:0", _relative_params(trial)))
        db.executemany(
            param, [(id, name, number, SPACE_JSON[name]) for name, number in trial.params.items()]
        )
        db.executemany(step, [(id, i, number) for i, number in enumerate(trial.intermediate)])
        db.executemany(user, [(id, k, json.dumps(v)) for k, v in trial.user_attrs.items()])
        constraints = trial.constraints.items()
        db.executemany(system, [(id, f"constraints:{k}", json.dumps(v)) for k, v in constraints])
        db.executemany(value, [(id, i, number) for i, number in enumerate(trial.values or ())])
        db.execute(end, (trial.state, _text(trial.complete), id))


def _preference_attrs(recipe: Recipe) -> Iterator[tuple[str, object]]:
    """What people said, as dashboards keep it with the study."""
    if recipe.preferential:
        yield "preference:is_preferential", True
    for feedback in make_feedback(recipe):
        said = {
            "mode": "ChooseWorst",
            "id": feedback.id,
            "timestamp": feedback.time.isoformat(),
            "candidates": feedback.candidates,
            "clicked": feedback.worst,
            "preferences": feedback.preferences,
        }
        yield f"preference:history{feedback.id}", json.dumps(said)
        yield f"preference:values{feedback.id}", feedback.preferences


def _text(time: datetime) -> str:
    return time.isoformat(sep=" ", timespec="microseconds")


def _relative_params(trial: MadeTrial) -> str:
    """The parameters as JSON inside JSON, the form of Optuna's TPE sampler."""
    external = {k: SPACE[k].to_external_repr(v) for k, v in trial.params.items()}
    return json.dumps(json.dumps(external))


def check(path: Path, recipe: Recipe) -> None:
    """Hold a file against what was meant, through Optuna itself.

    Raises:
        SystemExit: if any trial differs.
    """
    study = optuna.load_study(study_name=recipe.study_name, storage=f"sqlite:///{path}")
    found = study.get_trials(deepcopy=False)
    if len(found) != recipe.trials:
        raise SystemExit(f"{path}: {len(found)} trials instead of {recipe.trials}")
    for number, (trial, made) in enumerate(zip(found, make_trials(recipe))):
        params = {k: SPACE[k].to_external_repr(v) for k, v in made.params.items()}
        is_equal = (
            (trial.number, trial.state.name, trial.values) == (number, made.state, made.values)
            and (trial.params, trial.distributions) == (params, SPACE)
            and trial.intermediate_values == dict(enumerate(made.intermediate))
            and (trial.user_attrs, trial.constraints) == (made.user_attrs, made.constraints)
            and trial.datetime_start == made.start
            and trial.datetime_complete == made.complete
        )
        if not is_equal:
            raise SystemExit(f"{path}: trial {number} differs\n{trial}\n{made}")
    print(f"Optuna {optuna.__version__} reads all {recipe.trials} trials as they were meant")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trials", type=int)
    for option in fields(Recipe)[1:]:
        flag = "--" + option.name.replace("_", "-")
        if option.type is bool:
            parser.add_argument(flag, action="store_true")
        else:
            parser.add_argument(flag, type=int, default=option.default)
    parser.add_argument("--check", action="store_true", help="read it back with Optuna")
    arguments = vars(parser.parse_args())
    is_checked = arguments.pop("check")
    recipe = Recipe(**arguments)
    path = study_file(recipe)
    print(path, f"{path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    if is_checked:
        check(path, recipe)


if __name__ == "__main__":
    main()
