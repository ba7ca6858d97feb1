"""What the numbers were measured on."""

import os
import platform
import re
import shutil
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.peer import PEER


def describe() -> str:
    """One paragraph: machine, its load, versions."""
    memory = int(_find(r"MemTotal:\s+(\d+)", "/proc/meminfo")) / 1e6
    processor = _find(r"model name\s*:\s*(.+)", "/proc/cpuinfo")
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({processor}), {memory:.0f} GB memory, load {load:.1f} at the"
        f" start. Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" Optuna {version('optuna')}, Falcon {version('falcon')}, Pyodide {_pyodide()},"
        f" {_program('chromium')}, Node {_program('node')}. Peer: {PEER}."
    )


def _find(pattern: str, path: str) -> str:
    found = re.search(pattern, Path(path).read_text())
    return found[1] if found else "unknown"


def _pyodide() -> str:
    return _find(r'"version": "([^"]+)"', "node_modules/pyodide/package.json")


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        return f"no {name}"
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"\D*[\d.]+", answer.stdout)
    return found[0].strip() if found else name
