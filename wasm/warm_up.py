"""Run while the memory snapshot is made: import all that a request may need, and try it out."""

# ruff: noqa: F821 - CORE_PATH is put here by snapshot.mjs
import gc
import importlib
import os
import pkgutil
import sys

sys.path.insert(0, CORE_PATH)  # type: ignore[name-defined]

import rehearsal
import worker
from rehearsal import get

ROOMS = ("study", "storage", "figures", "api")


def import_rooms() -> None:
    """Import every module of the core, except those that need a compiled package."""
    for room in ROOMS:
        package = importlib.import_module(f"optuna_dashboard.{room}")
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("optuna_dashboard"):
                    raise


def walk(host: worker.Host) -> None:
    """Ask what the pages ask, about a real study."""
    get(host, "/api/meta")
    get(host, "/api/openapi.json")
    studies: object = get(host, "/api/studies")["study_summaries"]
    assert isinstance(studies, list)
    for study in studies:
        base = f"/api/studies/{study['study_id']}"
        get(host, base)
        get(host, f"{base}/summary")
        get(host, f"{base}/trials?sort=-value:0&limit=20")
        get(host, f"{base}/trials/0")
        figures: object = get(host, f"{base}/figures")["figures"]
        assert isinstance(figures, list)
        for figure in figures:
            get(host, f"{base}/figures/{figure['name']}")


import_rooms()
with open(rehearsal.SAMPLE, "rb") as file:
    rehearsal.sample = file.read()
walk(rehearsal.open_sample())  # its own host: nothing of the sample stays in the one that is kept
os.remove(rehearsal.SAMPLE)
gc.collect()
