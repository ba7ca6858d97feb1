"""Options of the command line from a TOML file."""

import sys
from pathlib import Path
from typing import Any

from optuna_dashboard.artifact_stores import ARTIFACT_STORES, ArtifactPlace
from optuna_dashboard.servers import SERVER_NAMES
from optuna_dashboard.storage.open import STORAGE_CLASSES

_TABLE = "optuna_dashboard"
_STORE = "artifact_store"
_TYPES = {
    "storage": (str, list),
    "storage_class": (str,),
    "host": (str,),
    "port": (int,),
    "server": (str,),
    "base_path": (str,),
    "auth_token": (str,),
    "auth_token_file": (str,),
    "read_only": (bool,),
    "allow_unsafe": (bool,),
    "artifact_dir": (str,),
    "quiet": (bool,),
}
_CHOICES = {"storage_class": STORAGE_CLASSES, "server": SERVER_NAMES}


class ConfigError(Exception):
    """A file of options cannot be used; the message says why."""


def read_config(path: Path) -> dict[str, Any]:
    """The options in the table ``optuna_dashboard`` of the file; storages as a list.

    A table such as ``artifact_store.boto3`` becomes the option ``artifact_place``.

    Raises:
        ConfigError: if there is no such file, or something in it is not understood.
    """
    loaded = _load(path)
    options: dict[str, Any] = loaded.pop(_TABLE, {})
    place = _artifact_place(path, loaded.pop(_STORE, {}))
    # Language models, of which earlier releases could ask one.
    if loaded.pop("llm", None):
        print(f"{path}: [llm] is not used.", file=sys.stderr)
    unknown = [f"[{name}]" for name in loaded] + [key for key in options if key not in _TYPES]
    if unknown:
        known = ", ".join(_TYPES)
        message = f"{path}: {unknown[0]} is not known. There is [{_TABLE}] with: {known}"
        raise ConfigError(message)
    for key, value in options.items():
        _check(path, key, value)
    if isinstance(options.get("storage"), str):
        options["storage"] = [options["storage"]]
    if place and "artifact_dir" in options:
        message = f"{path}: give artifact_dir or [{_STORE}.{place.kind}], not both"
        raise ConfigError(message)
    return {**options, "artifact_place": place} if place else options


def _load(path: Path) -> dict[str, Any]:
    try:
        import tomllib
    except ImportError:
        raise ConfigError("To read options from a file takes Python 3.11 or later.") from None
    try:
        loaded = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"{path} is no TOML file: {error}") from error
    if not isinstance(loaded.get(_TABLE, {}), dict):
        raise ConfigError(f"{path}: {_TABLE} has to be a table")
    return loaded


def _artifact_place(path: Path, tables: object) -> ArtifactPlace | None:
    if not isinstance(tables, dict) or len(tables) > 1 or set(tables) - set(ARTIFACT_STORES):
        known = ", ".join(f"[{_STORE}.{kind}]" for kind in ARTIFACT_STORES)
        raise ConfigError(f"{path}: of {_STORE} there may be one of {known}")
    for kind, arguments in tables.items():
        if not isinstance(arguments, dict):
            raise ConfigError(f"{path}: {_STORE}.{kind} has to be a table")
        return ArtifactPlace(kind, arguments)
    return None


def _check(path: Path, key: str, value: object) -> None:
    # By type: True is an int.
    is_right = type(value) in _TYPES[key]
    if key in _CHOICES:
        is_right = value in _CHOICES[key]
    if isinstance(value, list):
        is_right = is_right and all(isinstance(item, str) for item in value)
    if not is_right:
        shown = "what it is there" if key == "auth_token" else repr(value)
        raise ConfigError(f"{path}: {key} cannot be {shown}")
