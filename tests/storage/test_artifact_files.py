"""Which artifact store a command line, or a file of options, asks for."""

from io import BytesIO
from pathlib import Path

import pytest

from optuna_dashboard.storage.artifact_files import artifact_store_of


def test_a_folder_which_is_made(tmp_path: Path) -> None:
    asked: list[tuple[str | Path | None, dict[str, dict[str, str]]]] = [
        (tmp_path / "0", {}),
        (str(tmp_path / "1"), {"gcs": {"bucket_name": "unused"}}),
        (None, {"filesystem": {"base_path": str(tmp_path / "2")}}),
    ]
    for place, (folder, tables) in enumerate(asked):
        files = artifact_store_of(folder, tables)
        assert files is not None
        files.write("0a", BytesIO(b"content"))
        assert (tmp_path / str(place) / "0a").read_bytes() == b"content"


def test_none() -> None:
    assert artifact_store_of(None, {}) is None


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ({"ftp": {}}, "An artifact store is one of filesystem, boto3, gcs, not ftp."),
        ({"filesystem": 1}, "An artifact store is one of filesystem, boto3, gcs, not filesystem."),
        ({"filesystem": {}, "gcs": {}}, "One artifact store, not 2: filesystem, gcs."),
        ({"filesystem": {"path": "x"}}, "The artifact store filesystem: .*'path'"),
    ],
)
def test_what_is_no_store(tables: dict[str, dict[str, str]], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        artifact_store_of(None, tables)
