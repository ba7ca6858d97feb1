"""Make the file of studies that people judge, which the tests read: ``make_judged.py [FOLDER]``.

Optuna writes it, and the forms are registered as programs register them. The form of "Pictures"
becomes the values of its trials, that of "Opinions" user attributes.
"""

import argparse
import warnings
from pathlib import Path

import optuna
from optuna.study import StudyDirection

from optuna_dashboard import (
    ChoiceWidget,
    ObjectiveUserAttrRef,
    SliderWidget,
    TextInputWidget,
    register_objective_form_widgets,
    register_user_attr_form_widgets,
    save_note,
)

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "fixtures")
    file = parser.parse_args().folder / "special" / "judged.db"
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
    file.unlink(missing_ok=True)
    pictures(f"sqlite:///{file}")
    opinions(f"sqlite:///{file}")


def pictures(url: str) -> None:
    """Trial 0 is judged already, 1 to 3 are to be; of 2 the program has not told the size."""
    sampler = optuna.samplers.RandomSampler(seed=1)
    up, down = StudyDirection.MAXIMIZE, StudyDirection.MINIMIZE
    study = optuna.create_study(
        storage=url, study_name="Pictures", directions=[up, up, down, down], sampler=sampler
    )
    study.set_metric_names(["Beauty", "Brightness", "Seconds", "Size"])
    register_objective_form_widgets(
        study,
        [
            ChoiceWidget(["Good", "So-so", "Bad"], [1.0, 0.0, -1.0], "How do you like it?"),
            SliderWidget(0, 10, 0.5, [(0, "dark"), (5, "fine"), (10, "glaring")], "How bright?"),
            TextInputWidget("After how many seconds did you see the cat?"),
            ObjectiveUserAttrRef("size"),
        ],
    )
    for number in range(4):
        trial = study.ask()
        trial.suggest_int("hue", 0, 359)
        trial.suggest_float("contrast", 0.5, 2.0)
        if number != 2:
            trial.set_user_attr("size", 100 + number)
        save_note(trial, f"Rendered from **seed {number}**. Look at the *whiskers*.")
    study.tell(0, [1.0, 5.0, 2.5, 100.0])
    study.enqueue_trial({"hue": 20, "contrast": 1.0})


def opinions(url: str) -> None:
    """Trial 0 is complete, 1 and 2 run, 3 waits; of 1 something is said already."""
    sampler = optuna.samplers.RandomSampler(seed=2)
    study = optuna.create_study(storage=url, study_name="Opinions", sampler=sampler)
    register_user_attr_form_widgets(
        study,
        [
            ChoiceWidget(["Yes", "No"], [1.0, 0.0], "Would you buy it?", "buy"),
            SliderWidget(0, 1, description="How sure are you?", user_attr_key="sure"),
            TextInputWidget("What would you call it?", "name"),
            TextInputWidget("Anything else?", "remark", optional=True),
        ],
    )
    for _ in range(3):
        study.ask().suggest_float("sweetness", 0.0, 1.0)
    study.tell(0, 0.5)
    said = {"buy": 0.0, "sure": 0.25, "name": "Vanilla"}
    for key, answer in said.items():
        study._storage.set_trial_user_attr(study.trials[1]._trial_id, key, answer)
    study.enqueue_trial({"sweetness": 0.9})


if __name__ == "__main__":
    main()
