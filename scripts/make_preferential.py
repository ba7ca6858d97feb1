"""Make the files of a preferential study that the tests read: ``make_preferential.py [FOLDER]``.

Optuna writes them, once as SQLite and once as a journal; what a dashboard keeps in system
attributes is written as dashboards write it. A person was shown three trials at a time and
clicked on the worst of them; the first answer was taken back, and one trial was skipped.
"""

import argparse
import json
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import optuna
from optuna.storages import BaseStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

ROOT = Path(__file__).resolve().parent.parent
N_TRIALS = 8
SKIPPED = 4
# Shown trials, the worst of them, and whether the answer was taken back.
ANSWERS = (
    ((0, 1, 2), 2, True),
    ((0, 1, 2), 1, False),
    ((0, 2, 3), 2, False),
    ((0, 3, 4), 0, False),
    ((3, 4, 5), 5, False),
    ((1, 5, 6), 1, False),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "fixtures")
    folder = parser.parse_args().folder
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    database = folder / "special" / "preferential.db"
    journal = folder / "special" / "preferential.log"
    for path in (database, journal):
        path.unlink(missing_ok=True)
    write(RDBStorage(f"sqlite:///{database}"))
    write(JournalStorage(JournalFileBackend(str(journal))))


def write(storage: BaseStorage) -> None:
    sampler = optuna.samplers.RandomSampler(seed=1)
    study = optuna.create_study(study_name="Sunset colours", storage=storage, sampler=sampler)
    id = study._study_id
    storage.set_study_system_attr(id, "preference:is_preferential", True)
    storage.set_study_system_attr(id, "preference:n_generate", 3)
    trials = [study.ask() for _ in range(N_TRIALS)]
    for trial in trials:
        for channel in ("red", "green", "blue"):
            trial.suggest_int(channel, 0, 255)
    storage.set_study_system_attr(id, f"preference:skip_trial:{trials[SKIPPED]._trial_id}", True)
    for i, answer in enumerate(ANSWERS):
        report(study, UUID(int=i + 1), *answer)


def report(
    study: optuna.Study, uuid: UUID, candidates: tuple[int, ...], worst: int, is_removed: bool
) -> None:
    """One answer. A trial that it mentions is complete from then on, with the value 0."""
    pairs = [[better, worst] for better in candidates if better != worst]
    said = {
        "mode": "ChooseWorst",
        "id": str(uuid),
        "timestamp": (datetime(2026, 5, 1, 12) + timedelta(minutes=uuid.int)).isoformat(),
        "candidates": list(candidates),
        "clicked": worst,
        "preferences": pairs,
    }
    set_attr = study._storage.set_study_system_attr
    set_attr(study._study_id, f"preference:history{uuid}", json.dumps(said))
    set_attr(study._study_id, f"preference:values{uuid}", [] if is_removed else pairs)
    for number in candidates:
        trial = study.trials[number]
        if trial.state is TrialState.RUNNING:
            study._storage.set_trial_state_values(trial._trial_id, TrialState.COMPLETE, [0.0])


if __name__ == "__main__":
    main()
