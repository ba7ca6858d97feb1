"""Who may come: options of the command line, arguments of ``run_server`` and ``wsgi``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from falcon import testing

from optuna_dashboard import cli, run_server, servers, wsgi
from optuna_dashboard.cli_access import TOKEN_VARIABLE
from optuna_dashboard.server import Access

FILE = Path(__file__).parent / "fixtures" / "sqlite" / "optuna-5.0.0.db"
TOKEN = "correct-horse-battery"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the server was told when it was to run."""
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    told: dict[str, Any] = {}

    def run(open_catalog: object, host: str, port: int, access: Access, ready: object) -> None:
        told.update(host=host, access=access)

    monkeypatch.setattr(servers, "_RUN", dict.fromkeys(servers._RUN, run))
    return told


def start(*arguments: str) -> int:
    return cli.main([str(FILE), "--port", "0", *arguments])


def asks_for(served: Mapping[str, Any], token: str) -> bool:
    access: Access = served["access"]
    return access.token is not None and access.token.is_right(token)


def test_nothing_is_asked_for_if_nothing_is_said(served: dict[str, Any]) -> None:
    assert start() == 0
    assert served["access"] == Access(None, "", False)


def test_every_way_to_give_a_token(
    served: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, config = tmp_path / "token", tmp_path / "dashboard.toml"
    file.write_text("token-of-the-file\n")
    monkeypatch.setenv(TOKEN_VARIABLE, "token-of-the-variable")
    assert start() == 0
    assert asks_for(served, "token-of-the-variable")
    config.write_text("[optuna_dashboard]\nauth_token = 'token-of-the-config'\n")
    assert start("--from-config", str(config)) == 0
    assert asks_for(served, "token-of-the-config")
    assert start("--from-config", str(config), "--auth-token-file", str(file)) == 0
    assert asks_for(served, "token-of-the-file")
    config.write_text(f"[optuna_dashboard]\nauth_token_file = '{file}'\n")
    assert start("--from-config", str(config)) == 0
    assert asks_for(served, "token-of-the-file")
    assert start("--from-config", str(config), "--auth-token", TOKEN) == 0
    assert asks_for(served, TOKEN)
    monkeypatch.setenv(TOKEN_VARIABLE, "")
    assert start() == 0
    assert served["access"].token is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--auth-token", "short"], "The token is too short: it takes 8 characters or more."),
        (["--auth-token-file", "/nowhere/token"], "/nowhere/token cannot be read: No such file"),
        (["--auth-token-file", str(FILE)], f"{FILE} cannot be read: it is no text"),
        (["--base-path", "/a b"], "'/a b' is no base path"),
    ],
)
def test_what_cannot_be(
    served: dict[str, Any], capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert start(*arguments) == 1
    assert capsys.readouterr().err.startswith(f"optuna-dashboard: {told}")
    assert not served


def test_two_tokens(
    served: dict[str, Any], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit):
        start("--auth-token", TOKEN, "--auth-token-file", "token")
    config = tmp_path / "dashboard.toml"
    config.write_text(f"[optuna_dashboard]\nauth_token = '{TOKEN}'\nauth_token_file = 'x'\n")
    assert start("--from-config", str(config)) == 1
    assert "Give auth_token or auth_token_file, not both." in capsys.readouterr().err


def test_a_token_is_never_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    config = tmp_path / "dashboard.toml"
    config.write_text("[optuna_dashboard]\nauth_token = 123456789\n")
    assert start("--from-config", str(config)) == 1
    told = capsys.readouterr().err
    assert "auth_token cannot be what it is there" in told
    assert "123456789" not in told


@pytest.mark.parametrize(
    ("host", "is_warned"),
    [
        ("localhost", False),
        ("127.0.0.1", False),
        ("127.1.2.3", False),
        ("::1", False),
        ("0.0.0.0", True),
        ("::", True),
        ("", True),
        ("192.0.2.7", True),
        ("lab.example.org", True),
    ],
)
def test_everybody_may_come_only_after_a_warning(
    served: dict[str, Any], capsys: pytest.CaptureFixture[str], host: str, is_warned: bool
) -> None:
    for quiet in ([], ["--quiet"]):
        assert start("--host", host, *quiet) == 0
        assert served["host"] == host
        told = capsys.readouterr().err
        assert told.startswith("Warning: without a token everybody who reaches") == is_warned
    assert start("--host", host, "--auth-token", TOKEN) == 0
    assert capsys.readouterr().err == ""


def test_other_options(served: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert start("--base-path", "optuna/", "--read-only", "--allow-unsafe") == 0
    assert served["access"] == Access(None, "/optuna", True)
    told = "--allow-unsafe changes nothing: HTML in notes is never run here.\n"
    assert capsys.readouterr().err == told
    assert start("--allow-unsafe", "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_run_server(served: dict[str, Any]) -> None:
    run_server(str(FILE), auth_token=TOKEN, base_path="/a/b", read_only=True)
    assert asks_for(served, TOKEN)
    assert (served["access"].base_path, served["access"].read_only) == ("/a/b", True)
    with pytest.raises(ValueError, match="8 characters or more"):
        run_server(str(FILE), auth_token="short")
    with pytest.raises(ValueError, match="no base path"):
        run_server(str(FILE), base_path="a?b")


def test_wsgi() -> None:
    client = testing.TestClient(
        wsgi(str(FILE), auth_token=TOKEN, base_path="/optuna", read_only=True)
    )
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.simulate_get("/optuna/api/studies").status_code == 401
    moved = client.simulate_get("/optuna/dashboard")
    assert moved.headers["location"] == "/optuna/login?next=%2Fdashboard"
    assert client.simulate_get("/optuna/api/studies", headers=bearer).status_code == 200
    refused = client.simulate_delete("/optuna/api/studies/1", headers=bearer)
    assert refused.json == {"reason": "This dashboard is read-only."}
