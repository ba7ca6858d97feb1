"""Put code-server, the Node it needs and vsce into ``build/editor``.

``vscode-extension/tools/package.json`` pins them. They take 0.9 GB and half a minute, so they
are kept in the user's cache, and ``build/editor`` only points there. No install script runs:
what code-server would compile, it does without.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "vscode-extension" / "tools"
PINS = ("package.json", "package-lock.json")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "optuna-dashboard"
PLACE = ROOT / "build" / "editor"

NPM = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
# The editor inside code-server has dependencies of its own, which a script would install.
EDITOR = "node_modules/code-server/lib/vscode"


def cached_folder() -> Path:
    """Where the pinned versions are, or belong."""
    pins = b"".join((TOOLS / name).read_bytes() for name in PINS)
    return CACHE / "editor" / hashlib.sha256(pins).hexdigest()[:12]


def install(folder: Path) -> None:
    """Install into ``folder``, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        part = Path(name) / "part"
        part.mkdir()
        for pin in PINS:
            shutil.copyfile(TOOLS / pin, part / pin)
        subprocess.run(NPM, cwd=part, check=True)
        subprocess.run([*NPM, "--omit=dev"], cwd=part / EDITOR, check=True)
        part.rename(folder)


def main() -> None:
    folder = cached_folder()
    if not folder.exists():
        print(f"Installing code-server and vsce into {folder}", flush=True)
        install(folder)
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.unlink(missing_ok=True)
    PLACE.symlink_to(folder)


if __name__ == "__main__":
    main()
