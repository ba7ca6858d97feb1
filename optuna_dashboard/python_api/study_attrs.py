"""The system attributes of the study that a program has in its hands."""

from collections.abc import Iterable
from typing import Any

from optuna import Study, Trial
from optuna.storages import BaseStorage

from optuna_dashboard.study.attrs.setting import Setting


class StudyAttrs:
    """Where dashboards keep what they know of a study, or of a trial of it."""

    def __init__(self, study_or_trial: Study | Trial) -> None:
        trial = study_or_trial if isinstance(study_or_trial, Trial) else None
        study: Any = trial.study if trial else study_or_trial
        # A preferential study has a study in it.
        study = getattr(study, "_study", study)
        self.trial_id = trial._trial_id if trial else None
        self.study_id: int = study._study_id
        self._storage: BaseStorage = study._storage

    def read(self) -> dict[str, Any]:
        return self._storage.get_study_system_attrs(self.study_id)

    def write(self, settings: Iterable[Setting]) -> None:
        for key, value in settings:
            self._storage.set_study_system_attr(self.study_id, key, value)
