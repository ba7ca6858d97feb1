"""Options of the command line that say who may come."""

import argparse
import os
from pathlib import Path

from optuna_dashboard.access.base_path import BasePathError, base_path_of
from optuna_dashboard.access.token import Token, TokenError
from optuna_dashboard.server import Access

TOKEN_VARIABLE = "OPTUNA_DASHBOARD_AUTH_TOKEN"
_TOKENS = ("auth_token", "auth_token_file")


class AccessError(Exception):
    """Who may come was said in a way that cannot be; the message says why."""


def add_access_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that ``access_of`` reads."""
    tokens = parser.add_mutually_exclusive_group()
    tokens.add_argument(
        "--auth-token",
        metavar="TOKEN",
        help="what to ask of everybody who comes; other users of this machine see it in the list "
        f"of processes, unlike the next one and the variable {TOKEN_VARIABLE}",
    )
    tokens.add_argument(
        "--auth-token-file", type=Path, metavar="FILE", help="a file that holds the token alone"
    )
    parser.add_argument(
        "--base-path",
        default="",
        metavar="PATH",
        help="where the dashboard begins, such as /optuna behind a proxy",
    )
    parser.add_argument("--read-only", action="store_true", help="refuse every change")


def access_of(arguments: argparse.Namespace) -> Access:
    """Who may come, as the options say.

    Raises:
        AccessError: if that cannot be.
    """
    try:
        text = _token_text(arguments)
        token = None if text is None else Token(text)
        return Access(token, base_path_of(arguments.base_path), arguments.read_only)
    except (TokenError, BasePathError) as error:
        raise AccessError(str(error)) from None


def without_other_token(arguments: argparse.Namespace, options: dict[str, object]) -> None:
    """Drop the token of a file of options if the command line gives one, in either way."""
    if any(getattr(arguments, name) for name in _TOKENS):
        for name in _TOKENS:
            options.pop(name, None)


def _token_text(arguments: argparse.Namespace) -> str | None:
    text: str | None = arguments.auth_token
    file: Path | None = arguments.auth_token_file
    if text is not None and file is not None:
        raise AccessError("Give auth_token or auth_token_file, not both.")
    if text is not None:
        return text
    if file is None:
        # An empty one is none: that is how it is unset where files list variables.
        return os.environ.get(TOKEN_VARIABLE) or None
    try:
        return Path(file).read_text("utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise AccessError(f"{file} cannot be read: {reason}") from None
