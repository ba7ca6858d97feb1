"""The command line: ``optuna-dashboard upgrade old.db``."""

import argparse
from collections.abc import Sequence

from optuna_dashboard.migrate.rows import MigrateError
from optuna_dashboard.migrate.upgrade import upgrade
from optuna_dashboard.storage.address import Address
from optuna_dashboard.storage.base import StorageError


def upgrade_file(argv: Sequence[str]) -> str:
    """Bring the schema of a file up to date in its place; returns a sentence that says where
    the old file is kept.

    Raises:
        MigrateError: if that is not possible. The file is as it was then.
    """
    parser = argparse.ArgumentParser(
        prog="optuna-dashboard upgrade",
        description="Have Optuna upgrade the schema of an older SQLite file in its place. A copy "
        "of the file as it was is kept beside it.",
    )
    parser.add_argument("file", help="a SQLite file, also as sqlite:///old.db")
    address = Address(parser.parse_args(argv).file)
    if address.path is None:
        raise MigrateError(f"{address.label} is not a file; only files are upgraded")
    try:
        backup = upgrade(address.path, address.path.name)
    except StorageError as error:
        raise MigrateError(error.message) from error
    return f"{address.path} is upgraded; as it was, it is kept as {backup}"
