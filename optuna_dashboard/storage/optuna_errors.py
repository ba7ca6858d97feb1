"""What a user is told of an error of Optuna, SQLAlchemy, or a driver."""

from collections.abc import Iterator

# What to install for a module that is missing, where the names differ.
_PACKAGES = {
    "MySQLdb": "mysqlclient",
    "pymysql": "PyMySQL",
    "psycopg": "psycopg[binary]",
    "psycopg2": "psycopg2-binary",
    "grpc": "grpcio",
    "google": "protobuf",
}


def missing_package(error: ImportError) -> str:
    """Which package is missing, and how to get it."""
    names = [cause.name for cause in _causes(error) if isinstance(cause, ImportError)]
    module = (next(filter(None, reversed(names)), None) or "").partition(".")[0]
    if not module:
        return str(error)
    package = _PACKAGES.get(module, module)
    hint = f'the Python package "{package}" is missing. Install it: pip install "{package}"'
    if module == "MySQLdb":
        hint += '; or use PyMySQL: pip install "PyMySQL", and begin the address mysql+pymysql://'
    return hint


def reason_of(error: Exception) -> str:
    """What is behind an error: that of the driver, of which libraries make others."""
    causes = list(_causes(error))
    if any("version_info" in str(cause) for cause in causes):
        return "there are no tables of Optuna in it: no study was written to it yet."
    told = [cause for cause in causes if str(cause)] or causes
    return f"{type(told[-1]).__name__}: {told[-1]}"


def is_unknown_dialect(error: Exception) -> bool:
    """Whether SQLAlchemy knows no database of this name."""
    return type(error).__name__ == "NoSuchModuleError"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what caused it, and so on to the first."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__
