"""The files in a report: all by name, small pictures as they are."""

from base64 import b64decode
from pathlib import Path

import pytest
from optuna.artifacts import FileSystemArtifactStore

from optuna_dashboard.report.artifacts import (
    MOST_FILES,
    MOST_OF_A_PICTURE,
    MOST_OF_ALL_PICTURES,
    Look,
    artifacts,
)
from optuna_dashboard.storage.artifact_files import artifact_files
from optuna_dashboard.study.attrs.artifacts import Artifact, artifact_setting
from optuna_dashboard.study.json import JSON
from tests.figures.column_reader import Row, study_of

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJg"
    "gg=="
)
SENTENCE = (
    "In this report are pictures of at most 500 kB each and 4 MB together; "
    "the other files are not."
)


def attr(id: str, name: str, kind: str = "image/png", encoding: str | None = None) -> JSON:
    """The system attribute that tells of a file."""
    return artifact_setting(Artifact(id, name, kind, encoding))[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def look(folder: Path) -> Look:
    return artifact_files(FileSystemArtifactStore(folder)).look


def test_all_of_it(folder: Path, look: Look) -> None:
    (folder / "a1").write_bytes(b"x" * 12)
    (folder / "b2").write_bytes(b64decode(DOT))
    (folder / "c3").write_bytes(b"y" * 3_400)
    study = study_of(
        [
            Row((2.0,), system_attrs={"artifacts:d4": attr("d4", "gone.bin", "a/b")}),
            Row((1.0,), system_attrs={"artifacts:b2": attr("b2", 'a "dot" <b>.png')}),
        ],
        system_attrs={
            "artifacts:a1": attr("a1", "<data>.csv", "text/csv"),
            # Early dashboards wrote those of a trial here; null is a deleted one.
            "dashboard:artifacts:0:c3": attr("c3", "log.txt", "text/plain"),
            "artifacts:e5": "null",
        },
    )
    assert list(artifacts(study, look)) == [
        '<section aria-labelledby="artifacts"><h2 id="artifacts">Artifacts</h2>',
        f'<p class="note">{SENTENCE}</p>',
        '<ul class="pictures"><li>'
        f'<img src="data:image/png;base64,{DOT}" alt="a &quot;dot&quot; &lt;b&gt;.png">'
        "<span>Trial 1: a &quot;dot&quot; &lt;b&gt;.png</span></li></ul>",
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="artifacts">'
        '<table aria-labelledby="artifacts"><thead><tr>',
        '<th scope="col">Of</th><th scope="col">Name</th><th scope="col">Type</th>'
        '<th scope="col">Size</th>',
        "</tr></thead><tbody>",
        '<tr><td>Study</td><td>&lt;data&gt;.csv</td><td>text/csv</td><td class="n">12 bytes</td>'
        "</tr>",
        "<tr><td>Trial 1</td><td>a &quot;dot&quot; &lt;b&gt;.png</td><td>image/png</td>"
        '<td class="n">70 bytes</td></tr>',
        '<tr><td>Trial 0</td><td>gone.bin</td><td>a/b</td><td class="n">unknown</td></tr>',
        '<tr><td>Trial 0</td><td>log.txt</td><td>text/plain</td><td class="n">3.4 kB</td></tr>',
        "</tbody></table></div>",
        "</section>",
    ]


def test_names_alone_where_no_file_can_be_read() -> None:
    study = study_of([], system_attrs={"artifacts:a1": attr("a1", "curve.png")})
    assert list(artifacts(study, None)) == [
        '<section aria-labelledby="artifacts"><h2 id="artifacts">Artifacts</h2>',
        '<p class="note">The files themselves are not in this report.</p>',
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="artifacts">'
        '<table aria-labelledby="artifacts"><thead><tr>',
        '<th scope="col">Of</th><th scope="col">Name</th><th scope="col">Type</th>',
        "</tr></thead><tbody>",
        "<tr><td>Study</td><td>curve.png</td><td>image/png</td></tr>",
        "</tbody></table></div>",
        "</section>",
    ]


def test_nothing_of_a_study_without_files(look: Look) -> None:
    assert list(artifacts(study_of([Row((1.0,))]), look)) == []


def test_pictures_have_a_limit_each_and_together(folder: Path, look: Look) -> None:
    sizes = [MOST_OF_A_PICTURE + 1, *[MOST_OF_A_PICTURE] * 9, 5]
    attrs: dict[str, JSON] = {}
    for place, size in enumerate(sizes):
        (folder / f"{place}").write_bytes(b"z" * size)
        attrs[f"artifacts:{place}"] = attr(f"{place}", f"{place}.png")
    html = "\n".join(artifacts(study_of([], system_attrs=attrs), look))
    assert MOST_OF_ALL_PICTURES == 8 * MOST_OF_A_PICTURE
    assert [f"Study: {place}.png</span>" in html for place in range(11)] == [
        place in range(1, 9) for place in range(11)
    ]
    assert html.count('<td class="n">500.0 kB</td>') == 10


@pytest.mark.parametrize(
    ("kind", "encoding"), [("image/svg+xml", None), ("text/html", None), ("image/png", "gzip")]
)
def test_what_is_no_plain_picture_stays_out(
    folder: Path, look: Look, kind: str, encoding: str | None
) -> None:
    (folder / "a1").write_bytes(b"<svg/>")
    study = study_of([], system_attrs={"artifacts:a1": attr("a1", "a", kind, encoding)})
    html = "\n".join(artifacts(study, look))
    assert "data:" not in html
    assert "The files themselves are not in this report." in html


def test_of_many_files_those_of_the_best_trials_come_first() -> None:
    rows = [
        Row((float(-n),), system_attrs={f"artifacts:{n}": attr(f"{n}", f"{n}.png")})
        for n in range(300)
    ]
    html = list(artifacts(study_of(rows), None))
    assert "200 of 300 files, those of the study and of the best trials first." in html[1]
    rows_shown = [line for line in html if line.startswith("<tr><td>")]
    assert len(rows_shown) == MOST_FILES
    assert rows_shown[0].startswith("<tr><td>Trial 299</td>")
    assert rows_shown[1].startswith("<tr><td>Trial 0</td>")


class Stream:
    """What stores in the cloud give: bytes, once."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, size: int) -> bytes:
        return self._content[:size]

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        pass


def test_files_that_cannot_be_measured() -> None:
    class Cloud:
        def open_reader(self, id: str) -> Stream:
            if id == "c":
                raise PermissionError(id)
            return Stream(b"12345")

        def write(self, id: str, content: object) -> None: ...

        def remove(self, id: str) -> None: ...

    files = artifact_files(Cloud())
    assert files.look("a", 5) == (5, b"12345")
    assert files.look("a", 4) == (None, None)
    assert files.look("c", 5) == (None, None)
    assert files.look("../etc", 5) == (None, None)
