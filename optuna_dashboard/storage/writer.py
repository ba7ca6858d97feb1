"""What writes need of a storage: some methods of Optuna's own storages, under their names."""

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from optuna.study import StudyDirection
    from optuna.study._frozen import FrozenStudy
    from optuna.trial import FrozenTrial, TrialState


class Writer(Protocol):
    """Any ``optuna.storages.BaseStorage`` is one; see there what each method does."""

    def create_new_study(
        self, directions: "Sequence[StudyDirection]", study_name: str | None = None
    ) -> int: ...

    def delete_study(self, study_id: int) -> None: ...

    def set_study_user_attr(self, study_id: int, key: str, value: Any) -> None: ...

    def set_study_system_attr(self, study_id: int, key: str, value: Any) -> None: ...

    def get_all_studies(self) -> "list[FrozenStudy]": ...

    def get_study_id_from_name(self, study_name: str) -> int: ...

    def get_study_directions(self, study_id: int) -> "list[StudyDirection]": ...

    def get_study_user_attrs(self, study_id: int) -> dict[str, Any]: ...

    def get_study_system_attrs(self, study_id: int) -> dict[str, Any]: ...

    def create_new_trial(
        self, study_id: int, template_trial: "FrozenTrial | None" = None
    ) -> int: ...

    def set_trial_state_values(
        self, trial_id: int, state: "TrialState", values: Sequence[float] | None = None
    ) -> bool: ...

    def set_trial_user_attr(self, trial_id: int, key: str, value: Any) -> None: ...

    def set_trial_system_attr(self, trial_id: int, key: str, value: Any) -> None: ...

    def get_trial_id_from_study_id_trial_number(self, study_id: int, trial_number: int) -> int: ...

    def get_trial(self, trial_id: int) -> "FrozenTrial": ...

    def get_all_trials(
        self,
        study_id: int,
        deepcopy: bool = True,
        states: "Container[TrialState] | None" = None,
    ) -> "list[FrozenTrial]": ...
