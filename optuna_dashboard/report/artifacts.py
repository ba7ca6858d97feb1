"""The artifacts of a report: which files there are, and small pictures among them."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from optuna_dashboard.figures.text import counted
from optuna_dashboard.report.text import escape, paragraphs, tag
from optuna_dashboard.study.attrs.artifacts import Artifact, read_artifacts
from optuna_dashboard.study.study import Study

MOST_FILES = 200
MOST_OF_A_PICTURE = 500_000  # bytes
MOST_OF_ALL_PICTURES = 4_000_000

# What a browser shows as a picture and nothing else.
_PICTURES = frozenset(f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp"))

# Of an artifact by its id: its size, and its content unless that is more than so many bytes;
# None for what is not known.
Look: TypeAlias = Callable[[str, int], tuple[int | None, bytes | None]]


@dataclass(frozen=True, slots=True)
class _File:
    owner: str
    artifact: Artifact
    size: int | None = None
    picture: bytes | None = None


def artifacts(study: Study, look: Look | None) -> Iterable[str]:
    """A list of the files of the study and of its trials, if there are any.

    Without ``look``, nothing is known of the files but what the study says.
    """
    found = list(_owned(study))
    if not found:
        return
    files = list(_looked_at(found[:MOST_FILES], look))
    yield '<section aria-labelledby="artifacts"><h2 id="artifacts">Artifacts</h2>'
    yield paragraphs(_sentences(len(found), files), 'class="note"')
    pictures = [_picture(file) for file in files if file.picture is not None]
    if pictures:
        yield f'<ul class="pictures">{"".join(pictures)}</ul>'
    yield from _table(files)
    yield "</section>"


def _owned(study: Study) -> Iterable[tuple[str, Artifact]]:
    """Every file after whose it is: the study's, the best trials', the other trials'."""
    told, index = read_artifacts(study.header.system_attrs), study.index
    yield from (("Study", artifact) for artifact in told.study)
    attrs = study.all_system_attrs()
    rows = chain(study.best_rows, range(len(index)))
    for row in dict.fromkeys(rows):
        for artifact in told.of(index.ids[row], attrs.get(row, {})):
            yield f"Trial {index.numbers[row]}", artifact


def _looked_at(found: Iterable[tuple[str, Artifact]], look: Look | None) -> Iterable[_File]:
    left = MOST_OF_ALL_PICTURES
    for owner, artifact in found:
        if look is None:
            yield _File(owner, artifact)
            continue
        # What is compressed is not of the type that is told.
        is_picture = artifact.mimetype.lower() in _PICTURES and artifact.encoding is None
        most = min(MOST_OF_A_PICTURE, left) if is_picture else 0
        size, content = look(artifact.id, most)
        picture = content if is_picture and content else None
        left -= len(picture or b"")
        yield _File(owner, artifact, size, picture)


def _sentences(total: int, files: Sequence[_File]) -> Iterable[str]:
    if len(files) < total:
        first = "those of the study and of the best trials first"
        yield f"{len(files):,} of {counted(total, 'file')}, {first}."
    if not any(file.picture for file in files):
        yield "The files themselves are not in this report."
    elif not all(file.picture for file in files):
        one, all_of_them = MOST_OF_A_PICTURE // 1_000, MOST_OF_ALL_PICTURES // 1_000_000
        yield (
            f"In this report are pictures of at most {one} kB each and {all_of_them} MB together; "
            "the other files are not."
        )


def _picture(file: _File) -> str:
    kind, content = file.artifact.mimetype.lower(), b64encode(file.picture or b"").decode()
    name = escape(file.artifact.filename)
    image = f'<img src="data:{kind};base64,{content}" alt="{name}">'
    return tag("li", image + tag("span", f"{escape(file.owner)}: {name}"))


def _table(files: Sequence[_File]) -> Iterable[str]:
    label = 'aria-labelledby="artifacts"'
    yield f'<div class="scroll" role="region" tabindex="0" {label}><table {label}><thead><tr>'
    sized = any(file.size is not None for file in files)
    names = ["Of", "Name", "Type", *(["Size"] if sized else [])]
    yield "".join(tag("th", name, 'scope="col"') for name in names)
    yield "</tr></thead><tbody>"
    for file in files:
        artifact = file.artifact
        texts = (file.owner, artifact.filename, artifact.mimetype)
        cells = [tag("td", escape(text)) for text in texts]
        cells += [tag("td", _size_text(file.size), 'class="n"')] if sized else []
        yield tag("tr", "".join(cells))
    yield "</tbody></table></div>"


def _size_text(size: int | None) -> str:
    if size is None:
        return "unknown"
    if size < 1_000:
        return counted(size, "byte")
    return f"{size / 1e3:,.1f} kB" if size < 1_000_000 else f"{size / 1e6:,.1f} MB"
