"""Names of objectives, as they were given before Optuna had a place for them."""

import warnings

from optuna import Study


def set_objective_names(study: Study, names: list[str]) -> None:
    """Deprecated: use ``study.set_metric_names(names)``."""
    warnings.warn(
        "`set_objective_names()` is deprecated. Use `study.set_metric_names()` instead.",
        FutureWarning,
        stacklevel=2,
    )
    study.set_metric_names(names)
