"""Write ``core.zip``: the Python code that the worker needs before its first request.

It holds our package (without the built pages), the worker's Python half, and the wheels that
are marked as core. Python imports straight from the archive, so nothing is unpacked at boot.
The same sources always give the same bytes, because the memory snapshot remembers where in
the archive each file lies.
"""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = "optuna_dashboard"
OF_THE_WORKER = ("worker.py", "rehearsal.py")
LEFT_OUT = {"public", "__pycache__"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def write_core(target: Path, root: Path, wheels: Iterable[Path]) -> None:
    """Write the archive, sorted by name and without a trace of when it was made."""
    entries = dict(own_files(root))
    for wheel in wheels:
        entries.update(wheel_files(wheel))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(entries):
            archive.writestr(entry(name), entries[name])


def entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, wherever this runs
    info.external_attr = 0o644 << 16
    return info


def own_files(root: Path) -> Iterator[tuple[str, bytes]]:
    for path in (root / PACKAGE).rglob("*.py"):
        name = path.relative_to(root)
        if not LEFT_OUT & set(name.parts):
            yield name.as_posix(), path.read_bytes()
    for file in OF_THE_WORKER:
        yield file, (root / "wasm" / file).read_bytes()


def wheel_files(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """The importable Python files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".py"):
                yield name, archive.read(name)
