"""Files of trials, as programs name and upload them."""

import json
from pathlib import Path

import optuna
import pytest
from optuna.artifacts import FileSystemArtifactStore

from optuna_dashboard.artifact import get_artifact_path, upload_artifact
from optuna_dashboard.artifact.file_system import FileSystemBackend


@pytest.fixture(autouse=True)
def quiet() -> None:
    optuna.logging.set_verbosity(optuna.logging.ERROR)


def test_paths() -> None:
    storage = optuna.storages.InMemoryStorage()
    optuna.create_study(storage=storage)
    study = optuna.create_study(storage=storage)
    study.enqueue_trial({})
    trial = study.ask()
    assert get_artifact_path(study, "0a-1b") == "/artifacts/1/0a-1b"
    assert get_artifact_path(trial, "0a-1b") == "/artifacts/1/0/0a-1b"


def test_names_of_before(tmp_path: Path) -> None:
    with pytest.warns(FutureWarning, match="Use FileSystemArtifactStore instead") as told:
        backend = FileSystemBackend(str(tmp_path))
    assert told[0].filename == __file__
    assert isinstance(backend, FileSystemArtifactStore)
    file = tmp_path / "a.png"
    file.write_bytes(b"picture")
    trial = optuna.create_study().ask()
    with pytest.warns(FutureWarning, match=r"Use `optuna\.artifacts\.upload_artifact") as told:
        artifact_id = upload_artifact(backend, trial, str(file), encoding="gzip")
    assert told[0].filename == __file__
    with backend.open(artifact_id) as stored:
        assert stored.read() == b"picture"
    [(key, text)] = trial.storage.get_trial(trial._trial_id).system_attrs.items()
    assert (key, json.loads(text)) == (
        f"artifacts:{artifact_id}",
        {
            "artifact_id": artifact_id,
            "filename": "a.png",
            "mimetype": "image/png",
            "encoding": "gzip",
        },
    )
