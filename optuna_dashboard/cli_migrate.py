"""The command line: ``optuna-dashboard migrate old.db new.db``."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from optuna_dashboard.migrate.migrate import Migration, migrate
from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError

_PREFIX = ".optuna-dashboard-"  # of the folder where the file is made


def migrate_file(argv: Sequence[str]) -> str:
    """Make a file of today's Optuna of an older one; returns sentences on what was written.

    Raises:
        MigrateError: if that is not possible. Nothing is left behind then.
    """
    arguments = _parse(argv)
    source, target = _path(arguments.source), _path(arguments.target)
    try:
        _check(target)
        with TemporaryDirectory(prefix=_PREFIX, dir=target.parent) as folder:
            unfinished = Path(folder, "new.db")
            migration = migrate(source, source.name, unfinished)
            _put(unfinished, target)
    except StorageError as error:
        raise MigrateError(error.message) from error
    except OSError as error:
        raise MigrateError(f"{target} cannot be written: {error.strerror}") from error
    return "\n".join([_told(target, migration), *migration.warnings])


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="optuna-dashboard migrate",
        description="Write what is in a file of Optuna 0.8 to 5.0 into a new SQLite file that "
        "Optuna 5 opens. The old file stays as it is.",
    )
    parser.add_argument("source", help="a SQLite file or a journal, also as sqlite:///old.db")
    parser.add_argument("target", help="the file to write; there must be none yet")
    return parser.parse_args(argv)


def _path(text: str) -> Path:
    address = Address(text)
    if address.path is None:
        raise MigrateError(f"{address.label} is not a file; only files are migrated")
    return address.path


def _check(target: Path) -> None:
    """Look at the place of the new file, before anything is read."""
    # SQLite would take a -wal or -journal that an earlier file left for one of the new file.
    for path in (target, Path(f"{target}-wal"), Path(f"{target}-journal")):
        if path.exists() or path.is_symlink():
            raise MigrateError(f"{path} exists and is left as it is; give a name that is free")
    if not target.parent.is_dir():
        raise MigrateError(f"There is no folder {target.parent}")


def _put(unfinished: Path, target: Path) -> None:
    """Give the file its name, unless another one has got it meanwhile."""
    _check(target)
    os.rename(unfinished, target)


def _told(target: Path, migration: Migration) -> str:
    native = len(migration.made_native)
    legacy = f" (made of the old multi-objective form: {native})" if native else ""
    return f"{target}: studies: {migration.n_studies}{legacy}, trials: {migration.n_trials}"
