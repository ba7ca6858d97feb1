"""Optuna Dashboard: see, compare and judge the trials of a study, anywhere."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optuna_dashboard import multi_objective
    from optuna_dashboard.serving import run_server, wsgi

__all__ = ["multi_objective", "run_server", "wsgi"]


def __getattr__(name: str) -> object:
    """Servers, and what needs Optuna, are loaded when asked for: in a browser there are none.

    Raises:
        AttributeError: if there is nothing of this name.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "multi_objective":
        return import_module("optuna_dashboard.multi_objective")
    from optuna_dashboard import serving

    return getattr(serving, name)
