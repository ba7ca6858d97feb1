"""What tells cheaply that a file has changed."""

from pathlib import Path


def sibling(path: Path, suffix: str) -> Path:
    """The companion of a database file that SQLite names with ``suffix``."""
    return path.with_name(path.name + suffix)


def size_of(path: Path) -> int:
    """Size in bytes; 0 when there is no such file."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def revision_of(path: Path) -> str:
    """A token that changes whenever the file or one of its companions does."""
    parts = []
    for suffix in ("", "-wal", "-journal"):
        try:
            stat = sibling(path, suffix).stat()
        except OSError:
            parts.append("-")
        else:
            # SQLite makes an empty -wal when it only reads.
            parts.append(f"{stat.st_size:x}.{stat.st_mtime_ns:x}" if stat.st_size else "-")
    return "_".join(parts)
