"""Options of the command line that stand in a file."""

from pathlib import Path

import pytest

from optuna_dashboard import cli
from optuna_dashboard.artifact_stores import ArtifactPlace
from optuna_dashboard.cli_config import ConfigError, read_config

FILE = Path(__file__).parent / "fixtures" / "sqlite" / "optuna-5.0.0.db"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "dashboard.toml"


def test_every_option(config: Path) -> None:
    config.write_text(
        '[optuna_dashboard]\nstorage = "db.sqlite3"\nstorage_class = "RDBStorage"\n'
        'host = "0.0.0.0"\nport = 8081\nserver = "wsgiref"\nquiet = true\n'
        'base_path = "/optuna"\nauth_token = "token-of-nobody"\nauth_token_file = "token.txt"\n'
        'read_only = true\nallow_unsafe = true\nartifact_dir = "artifacts"\n'
    )
    assert read_config(config) == {
        "storage": ["db.sqlite3"],
        "storage_class": "RDBStorage",
        "host": "0.0.0.0",
        "port": 8081,
        "server": "wsgiref",
        "quiet": True,
        "base_path": "/optuna",
        "auth_token": "token-of-nobody",
        "auth_token_file": "token.txt",
        "read_only": True,
        "allow_unsafe": True,
        "artifact_dir": "artifacts",
    }


def test_a_store_of_artifacts(config: Path) -> None:
    config.write_text('[artifact_store.boto3]\nbucket_name = "mine"\navoid_buf_copy = true\n')
    place = ArtifactPlace("boto3", {"bucket_name": "mine", "avoid_buf_copy": True})
    assert read_config(config) == {"artifact_place": place}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[optuna_dashboard]\nartefact_dir = 'x'", "artefact_dir is not known"),
        (
            "artifact_store = 1",
            "of artifact_store there may be one of [artifact_store.filesystem]",
        ),
        ("[artifact_store.ftp]", "there may be one of"),
        ("[artifact_store.gcs]\n[artifact_store.boto3]", "there may be one of"),
        ("[artifact_store]\nboto3 = 1", "artifact_store.boto3 has to be a table"),
        (
            "[optuna_dashboard]\nartifact_dir = 'x'\n[artifact_store.gcs]",
            "give artifact_dir or [artifact_store.gcs], not both",
        ),
        ("[lmm.openai]\nmodel = 'x'", "[lmm] is not known"),
        ("optuna_dashboard = 1", "optuna_dashboard has to be a table"),
        ("[optuna_dashboard]\nport = '80'", "port cannot be '80'"),
        ("[optuna_dashboard]\nport = true", "port cannot be True"),
        ("[optuna_dashboard]\nserver = 'apache'", "server cannot be 'apache'"),
        ("[optuna_dashboard]\nserver = ['wsgiref']", "server cannot be ['wsgiref']"),
        ("[optuna_dashboard]\nstorage = ['a', 1]", "storage cannot be ['a', 1]"),
        ("[optuna_dashboard", "is no TOML file"),
    ],
)
def test_what_is_not_understood(config: Path, text: str, told: str) -> None:
    config.write_text(text)
    with pytest.raises(ConfigError) as refused:
        read_config(config)
    assert told in str(refused.value)


def test_a_language_model_is_not_used(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text("[optuna_dashboard]\nport = 80\n[llm.openai]\nmodel = 'x'")
    assert read_config(config) == {"port": 80}
    assert capsys.readouterr().err == f"{config}: [llm] is not used.\n"


def test_a_file_that_is_missing(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--from-config", str(config)]) == 1
    assert f"{config} cannot be read" in capsys.readouterr().err


def test_the_command_line_comes_first(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(
        f"[optuna_dashboard]\nstorage = ['{FILE}']\nport = 99999\nserver = 'wsgiref'"
    )
    assert cli.main(["--from-config", str(config)]) == 1
    assert "Cannot listen on 127.0.0.1:99999" in capsys.readouterr().err
    assert cli.main(["--from-config", str(config), "--port", "99998"]) == 1
    assert "Cannot listen on 127.0.0.1:99998" in capsys.readouterr().err
    assert cli.main(["--from-config", str(config), "/nowhere/other.db"]) == 1
    assert "other.db" in capsys.readouterr().err


def test_no_storage_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([])
    assert "which storage?" in capsys.readouterr().err
