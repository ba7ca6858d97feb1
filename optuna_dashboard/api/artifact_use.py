"""Which files a study has, with those of all its trials."""

from optuna_dashboard.study.attrs.artifacts import read_artifacts
from optuna_dashboard.study.study import Study


def artifact_ids(study: Study) -> set[str]:
    """Ids of every file of a study and of its trials."""
    artifacts = read_artifacts(study.header.system_attrs)
    system, trial_ids = study.all_system_attrs(), study.index.ids
    found = {artifact.id for artifact in artifacts.study}
    found |= {
        artifact_id
        for of_trial in artifacts.legacy.values()
        for artifact_id, artifact in of_trial.items()
        if artifact is not None
    }
    for row, attrs in system.items():
        found |= {artifact.id for artifact in artifacts.of(trial_ids[row], attrs)}
    return found
