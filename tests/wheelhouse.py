"""Wheels of what is installed here, so that a test installs a package without a network."""

import re
import zipfile
from collections.abc import Iterable
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

# What an installer adds to a distribution, and what it makes of it for this machine.
_ADDED = ("INSTALLER", "RECORD", "REQUESTED", "direct_url.json")


def fill(folder: Path, wheel: Path, extras: Iterable[str]) -> None:
    """Make a wheel of every distribution that this one needs, directly or not."""
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = {
            name.partition("/")[0] for name in archive.namelist() if ".dist-info" in name
        }
        # A path inside of an archive does as well as one on a disk.
        inside = zipfile.Path(archive, f"{metadata}/")
        open_ones = _needs(PathDistribution(inside), extras)
    made: set[tuple[str, tuple[str, ...]]] = set()
    while open_ones:
        need = open_ones.pop()
        found = distribution(need.name)
        key = (found.name, tuple(sorted(need.extras)))
        if key not in made:
            made.add(key)
            _make(folder, found)
            open_ones += _needs(found, need.extras)


def _needs(installed: Distribution, extras: Iterable[str]) -> list[Requirement]:
    needs = [Requirement(text) for text in installed.requires or ()]
    return [
        need
        for need in needs
        if need.marker is None or any(need.marker.evaluate({"extra": e}) for e in ("", *extras))
    ]


def _make(folder: Path, installed: Distribution) -> None:
    about = installed.read_text("WHEEL") or ""
    tag = re.findall("^Tag: (.+)$", about, re.MULTILINE)[0]
    name = re.sub("[-_.]+", "_", installed.name)
    files = [
        file
        for file in installed.files or ()
        if ".." not in file.parts and file.suffix != ".pyc" and file.name not in _ADDED
    ]
    with zipfile.ZipFile(folder / f"{name}-{installed.version}-{tag}.whl", "w") as archive:
        for file in files:
            archive.write(str(installed.locate_file(file)), file.as_posix())
        [record] = [f.as_posix() for f in installed.files or () if f.match("*.dist-info/RECORD")]
        listed = "".join(f'"{name}",,\n' for name in [*(f.as_posix() for f in files), record])
        archive.writestr(record, listed)
