"""Run the tests of what imports Optuna on an earlier release of it.

``test_optuna_versions.py 4.0.0 --junitxml FILE`` makes an environment with that release in the
cache, once, and passes what follows the release to pytest.
"""

import os
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "optuna-dashboard"
TESTS = ["tests/multi_objective"]
# The same as for the release that all other tests run on.
SAME = ("falcon", "plotly", "pytest", "pytest-xdist")


def python_of(release: str) -> Path:
    """The interpreter of the environment with this release, which is made if need be."""
    packages = [f"optuna=={release}", *(f"{name}=={version(name)}" for name in SAME)]
    folder = CACHE / f"python-{sys.version_info.major}.{sys.version_info.minor}-optuna-{release}"
    python, made = folder / "bin" / "python", folder / "made-of"
    if not made.exists() or made.read_text().split() != packages:
        print(f"Installing Optuna {release}", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *packages], check=True)
        made.write_text("\n".join(packages))
    return python


def main() -> int:
    release, *options = sys.argv[1:]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [str(python_of(release)), "-m", "pytest", "-q", "-n", "2", *options, *TESTS]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
