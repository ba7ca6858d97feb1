"""Packages that are not always there: the web worker loads them when something needs them."""

from importlib.util import find_spec

_MODULES = {"scikit-learn": "sklearn"}


class MissingPackagesError(Exception):
    """Something needs packages that are not installed; ``packages`` are their names as an
    installer knows them."""

    def __init__(self, purpose: str, packages: tuple[str, ...]) -> None:
        are = "is" if len(packages) == 1 else "are"
        super().__init__(
            f"{purpose} needs {' and '.join(packages)}, which {are} not installed "
            f"(pip install {' '.join(packages)})"
        )
        self.packages = packages


def require(purpose: str, *packages: str) -> None:
    """Make sure of packages before a module that imports them is imported.

    Raises:
        MissingPackagesError: if one of them is not there; what they need themselves is installed
            with them.
    """
    missing = tuple(name for name in packages if find_spec(_MODULES.get(name, name)) is None)
    if missing:
        raise MissingPackagesError(purpose, missing)
