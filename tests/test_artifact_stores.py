"""Stores of artifacts, from options."""

import sys
from pathlib import Path

import pytest
from optuna.artifacts import FileSystemArtifactStore

from optuna_dashboard import cli
from optuna_dashboard.artifact_stores import (
    ArtifactPlace,
    ArtifactStoreError,
    open_artifact_store,
)

FILE = Path(__file__).parent / "fixtures" / "sqlite" / "optuna-5.0.0.db"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "an-artifact").write_bytes(b"content")
    store = open_artifact_store(ArtifactPlace("filesystem", {"base_path": str(tmp_path)}))
    assert isinstance(store, FileSystemArtifactStore)
    with store.open_reader("an-artifact") as content:
        assert content.read() == b"content"


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ArtifactPlace("filesystem", {"base_path": str(tmp_path / "nothing")})
    with pytest.raises(ArtifactStoreError, match="nothing is no folder"):
        open_artifact_store(place)
    assert cli.main([str(FILE), "--artifact-dir", str(tmp_path / "nothing")]) == 1
    assert "nothing is no folder. Artifacts lie in one." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "module", "package"),
    [
        ("boto3", "boto3", "boto3"),
        ("gcs", "google.cloud.storage", "google-cloud-storage"),
    ],
)
def test_a_package_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, kind: str, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    told = f"{package} is not installed. Install it: pip install {package}"
    with pytest.raises(ArtifactStoreError, match=told):
        open_artifact_store(ArtifactPlace(kind, {"bucket_name": "mine"}))


def test_arguments_that_the_store_does_not_take(tmp_path: Path) -> None:
    arguments = {"base_path": str(tmp_path), "colour": "red"}
    with pytest.raises(ArtifactStoreError, match=r"artifact_store\.filesystem cannot be opened"):
        open_artifact_store(ArtifactPlace("filesystem", arguments))


def test_the_command_line_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "none"
    assert cli.main([str(FILE), "--artifact-dir", str(folder)]) == 1
    told = f"optuna-dashboard: {folder} is no folder. Artifacts lie in one.\n"
    assert capsys.readouterr().err == told
