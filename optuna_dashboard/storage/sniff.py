"""What a file is, told by its first bytes."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import Literal

from optuna_dashboard.storage.base import StorageError
from optuna_dashboard.storage.hints import hint_of_folder, hint_of_missing

FileKind = Literal["sqlite", "journal"]

SQLITE_MAGIC = b"SQLite format 3\0"
_HEAD = 4096

_COMPRESSED = {
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "ZIP",
    b"\xfd7zXZ\0": "xz",
    b"BZh": "bzip2",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
}
_COMPANIONS = {
    b"\x37\x7f\x06\x82": "-wal",
    b"\x37\x7f\x06\x83": "-wal",
    b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7": "-journal",
}
_FOREIGN = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"\x89HDF": "an HDF5 file",
    b"PAR1": "a Parquet file",
    b"\x80\x04": "a Python pickle",
    b"\x80\x05": "a Python pickle",
    b"\x7fELF": "a program",
    b"MZ": "a Windows program",
}
_WANTED = (
    "Choose the SQLite database (.db, .sqlite3) or the journal log that your Optuna storage names."
)


def sniff(path: Path, name: str) -> FileKind:
    """Tell which kind of Optuna storage the file is.

    Raises:
        StorageError: if it is none, with a message that names what it is instead.
    """
    head = _read_head(path, name)
    if head.startswith(SQLITE_MAGIC):
        return "sqlite"
    text = head.removeprefix(BOM_UTF8).lstrip()
    if text.startswith(b"{"):
        return _sniff_json(text, name)
    if not head:
        message = f"{name} is empty (0 bytes): no study was written to it yet, or a copy failed."
        raise StorageError("empty-file", message)
    for magic, program in _COMPRESSED.items():
        if head.startswith(magic):
            message = f"{name} is a compressed file ({program}). Unpack it first, then open it."
            raise StorageError("gzip", message)
    for magic, suffix in _COMPANIONS.items():
        if head.startswith(magic):
            message = (
                f"{name} is the {suffix} companion of a SQLite database. "
                "Open it together with the database of the same name without this ending."
            )
            raise StorageError("not-sqlite", message)
    raise StorageError("not-sqlite", f"{name} is {_foreign(head)}. {_WANTED}")


def _read_head(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError as error:
        message = f"There is no file {name}. Check its path.{hint_of_missing(path)}"
        raise StorageError("not-found", message) from error
    except IsADirectoryError as error:
        hint = hint_of_folder(path)
        message = f"{name} is a folder. Choose a database file or a journal log in it.{hint}"
        raise StorageError("not-found", message) from error
    except OSError as error:
        message = f"{name} cannot be read: {error.strerror}."
        raise StorageError("not-found", message) from error


def _sniff_json(text: bytes, name: str) -> FileKind:
    first_line = text.split(b"\n", 1)[0]
    if b'"op_code"' in first_line:
        return "journal"
    message = f"{name} is a JSON file, but not an Optuna journal log. {_WANTED}"
    raise StorageError("not-a-journal", message)


def _foreign(head: bytes) -> str:
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            return f"{what}, not an Optuna file"
    if head.startswith(SQLITE_MAGIC[:6]):
        return "almost a SQLite database, but its first bytes are damaged"
    if _is_text(head):
        return "a text file, neither a SQLite database nor an Optuna journal log"
    return "neither a SQLite database nor an Optuna journal log"


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character cut in two by the end of what was read is no reason.
        return error.start > len(head) - 4 and len(head) == _HEAD
    return True
