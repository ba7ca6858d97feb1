"""What samplers, pruners and dashboards noted of a trial, as far as it is for people."""

from collections.abc import Mapping

# System attributes that are shown in a place of their own, or that only a sampler reads.
_HIDDEN = ("fixed_params", "constraints", "nsga2:constraints")
_HIDDEN_PREFIXES = ("artifacts:", "constraints:", "multi_objective:", "tpe:relative_params")


def shown_system_attrs(attrs: Mapping[str, object]) -> dict[str, object]:
    """The system attributes of a trial that have no other place."""
    return {
        key: item
        for key, item in attrs.items()
        if key not in _HIDDEN and not key.startswith(_HIDDEN_PREFIXES)
    }
