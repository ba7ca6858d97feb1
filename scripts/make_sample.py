"""Make the sample file of the site: ``make_sample.py [OUT]``.

Three small studies as a machine-learning team would leave them, written by Optuna itself
with fixed seeds. The trainings are formulas, so that the file is made in seconds and says
the same everywhere; their clock is written afterwards, for the same reason.
"""

import argparse
import math
import random
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import optuna
from optuna.samplers import TPESampler
from optuna.trial import FrozenTrial, Trial, TrialState

ROOT = Path(__file__).resolve().parent.parent
EPOCHS = 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "web" / "public" / "sample.db")
    out = parser.parse_args().out
    out.unlink(missing_ok=True)
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    url = f"sqlite:///{out}"
    add_classifier(url)
    add_accuracy_and_latency(url)
    add_house_prices(url)
    with sqlite3.connect(out) as connection:
        write_clock(connection)
    compact(out)
    print(f"{out}: {out.stat().st_size / 1000:.0f} kB")


def add_classifier(url: str) -> None:
    """One objective, with pruning, conditional parameters, failures and work in progress."""
    study = optuna.create_study(
        study_name="Image classifier",
        storage=url,
        direction="maximize",
        sampler=TPESampler(seed=9, multivariate=True, group=True, n_startup_trials=20),
        pruner=optuna.pruners.MedianPruner(n_startup_trials=10, n_warmup_steps=3),
    )
    study.set_metric_names(["Validation accuracy"])
    study.set_user_attr("Data set", "40,000 photographs, 10 classes")
    study.set_user_attr("Epochs", EPOCHS)
    study.optimize(train_classifier, n_trials=118, catch=FloatingPointError)
    running = study.ask()
    suggest_classifier(running)
    for epoch, accuracy in enumerate(learning_curve(running.number, 0.91, 0.35, 6)):
        running.report(accuracy, epoch)
    study.enqueue_trial({"optimizer": "SGD", "learning rate": 0.1, "momentum": 0.9})


def train_classifier(trial: Trial) -> float:
    """Accuracy of an imagined network; the best learning rate depends on the optimizer."""
    miss, top = suggest_classifier(trial)
    if miss > 1.35:
        raise FloatingPointError("loss is NaN")
    accuracy = 0.1
    for epoch, accuracy in enumerate(learning_curve(trial.number, top, 0.3 + 0.1 * miss, EPOCHS)):
        trial.report(accuracy, epoch)
        if trial.should_prune():
            raise optuna.TrialPruned
    return accuracy


def suggest_classifier(trial: Trial) -> tuple[float, float]:
    """How far the learning rate is off (in decades), and the accuracy that can be reached."""
    optimizer = trial.suggest_categorical("optimizer", ["SGD", "AdamW", "Lion"])
    rate = trial.suggest_float("learning rate", 1e-5, 1.0, log=True)
    layers = trial.suggest_int("layers", 2, 8)
    width = trial.suggest_int("width", 32, 512, step=32)
    dropout = trial.suggest_float("dropout", 0.0, 0.6)
    batch = trial.suggest_categorical("batch size", [32, 64, 128, 256])
    if optimizer == "SGD":
        decay = 0.05 * (trial.suggest_float("momentum", 0.0, 0.99) - 0.9) ** 2
    else:
        log_decay = math.log10(trial.suggest_float("weight decay", 1e-6, 1e-1, log=True))
        decay = 0.004 * (log_decay + 3) ** 2
    best_rate = {"SGD": -1.1, "AdamW": -2.8, "Lion": -3.6}[optimizer]
    miss = math.log10(rate) - best_rate + 0.2 * math.log2(batch / 128)
    trial.set_user_attr("weights", layers * width * width + 3 * width)
    trial.set_user_attr("device", "gpu-b" if trial.number % 3 == 0 else "gpu-a")
    size = math.log2(layers * width) - 10.2
    top = 0.945 - 0.035 * miss**2 - 0.012 * size**2 - 0.25 * (dropout - 0.22) ** 2 - decay
    return miss, top


def learning_curve(seed: int, top: float, speed: float, epochs: int) -> list[float]:
    """Accuracies that rise from chance to ``top``, with the wobble of a real training."""
    noise = random.Random(seed)
    rise = max(0.08, speed)
    return [
        round(max(0.1, top - (top - 0.1) * math.exp(-rise * (e + 1)) + noise.gauss(0, 0.006)), 4)
        for e in range(epochs)
    ]


def add_accuracy_and_latency(url: str) -> None:
    """Two objectives and a constraint."""
    study = optuna.create_study(
        study_name="Accuracy against latency",
        storage=url,
        directions=["maximize", "minimize"],
        sampler=TPESampler(seed=11, n_startup_trials=16, constraints_func=over_memory),
    )
    study.set_metric_names(["Accuracy", "Latency (ms)"])
    study.set_user_attr("Constraint", "at most 320 MB of memory on the phone")
    study.optimize(measure_on_phone, n_trials=64)


def measure_on_phone(trial: Trial) -> tuple[float, float]:
    depth = trial.suggest_int("depth", 4, 32)
    width = trial.suggest_float("width multiplier", 0.25, 2.0, step=0.05)
    resolution = trial.suggest_int("resolution", 96, 320, step=32)
    bits = trial.suggest_categorical("quantization", ["int8", "float16", "float32"])
    cost = depth * width**2 * (resolution / 224) ** 2
    bytes_each = {"int8": 1, "float16": 2, "float32": 4}[bits]
    noise = random.Random(trial.number)
    accuracy = 0.93 - 0.42 * math.exp(-0.55 * math.log1p(cost)) - (0.012 if bytes_each == 1 else 0)
    latency = 3 + 1.15 * cost * (0.55 + 0.22 * bytes_each) + noise.gauss(0, 0.4)
    trial.set_user_attr("memory (MB)", round(38 + 4.1 * bytes_each * depth * width**2, 1))
    return round(accuracy + noise.gauss(0, 0.004), 4), round(max(2.0, latency), 2)


def over_memory(trial: FrozenTrial) -> tuple[float]:
    return (round(trial.user_attrs["memory (MB)"] - 320, 1),)


def add_house_prices(url: str) -> None:
    """A plain study: one objective, every trial complete."""
    study = optuna.create_study(
        study_name="House prices",
        storage=url,
        direction="minimize",
        sampler=TPESampler(seed=3),
    )
    study.optimize(boost_trees, n_trials=40)


def boost_trees(trial: Trial) -> float:
    rate = trial.suggest_float("learning_rate", 1e-3, 0.5, log=True)
    leaves = trial.suggest_int("num_leaves", 4, 256, log=True)
    sample = trial.suggest_float("subsample", 0.4, 1.0, step=0.05)
    penalty = trial.suggest_float("lambda_l2", 1e-8, 10.0, log=True)
    miss = (math.log10(rate) + 1.3) ** 2 + 0.5 * (math.log2(leaves) - 5) ** 2 / 4
    rest = 0.8 * (sample - 0.8) ** 2 + 0.01 * (math.log10(penalty) + 1) ** 2
    return 24_300 * (1 + 0.06 * miss + rest) + random.Random(trial.number).gauss(0, 120)


def write_clock(connection: sqlite3.Connection) -> None:
    """Give the trials times at which such trainings would have run, two at a time."""
    rows = connection.execute(
        "SELECT trial_id, study_id, number, state, (SELECT COUNT(*)"
        " FROM trial_intermediate_values i WHERE i.trial_id = t.trial_id)"
        " FROM trials t ORDER BY study_id, number"
    ).fetchall()
    free: dict[int, list[datetime]] = {}
    for trial_id, study_id, number, state, epochs in rows:
        if state == TrialState.WAITING.name:
            continue
        workers = free.setdefault(study_id, [first_start(study_id)] * 2)
        start = min(workers)
        noise = random.Random(number)
        end = start + timedelta(seconds=(40 + 55 * epochs) * noise.uniform(0.7, 1.4))
        workers[workers.index(start)] = end + timedelta(seconds=noise.uniform(1, 4))
        done = None if state == TrialState.RUNNING.name else str(end)
        connection.execute(
            "UPDATE trials SET datetime_start = ?, datetime_complete = ? WHERE trial_id = ?",
            (str(start), done, trial_id),
        )


def first_start(study_id: int) -> datetime:
    return datetime(2026, 3, 2, 8, 15, 0, 123456) + timedelta(days=study_id, hours=3 * study_id)


def compact(out: Path) -> None:
    """Drop what only the running samplers needed, and the space it took."""
    connection = sqlite3.connect(out)
    with connection:
        connection.execute("DELETE FROM trial_system_attributes WHERE key LIKE 'tpe:%'")
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    main()
