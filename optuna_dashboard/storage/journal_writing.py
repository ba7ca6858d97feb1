"""Whether a journal log can be written to."""

import os
from pathlib import Path

from optuna_dashboard.storage.journal_replay import Replay
from optuna_dashboard.storage.revision import size_of


def why_read_only(path: Path, label: str, replay: Replay) -> str | None:
    """Why nothing is to be written to a log, None if nothing is known against it."""
    if not replay.is_sound:
        return f"{label} has lines that Optuna cannot read: it would not read further ones."
    if replay.offset < size_of(path):
        return (
            f"The last line of {label} is not finished: what is written now would be lost in it. "
            "Try again when no program writes to it; if it stays so, remove that line."
        )
    # The lock of a log is a file beside it.
    if not os.access(path, os.W_OK) or not os.access(path.absolute().parent, os.W_OK):
        return f"This user may not write to {label}, or to the folder that it is in."
    return None
