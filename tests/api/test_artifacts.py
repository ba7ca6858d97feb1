"""Files of studies and trials: they come, are shown, and go."""

import json
import shutil
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import optuna
import pytest
from optuna.artifacts import FileSystemArtifactStore, get_all_artifact_meta
from optuna.artifacts.exceptions import ArtifactNotFound

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.artifact_files import artifact_files
from tests.api.client import FIXTURES, ApiClient, Json
from tests.api.written import Written

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


@pytest.fixture
def store(folder: Path) -> FileSystemArtifactStore:
    return FileSystemArtifactStore(folder)


@pytest.fixture(autouse=True)
def with_store(written: Written, store: FileSystemArtifactStore) -> None:
    catalog = Catalog(artifacts=artifact_files(store))
    written.api = written.client(catalog)


def data_uri(content: bytes, head: str = "data:image/png;base64") -> str:
    return f"{head},{b64encode(content).decode()}"


def places(written: Written) -> list[str]:
    """Where files of the study, and of the running trial, are."""
    study_id, trial = written.summary()["study_id"], written.detail()["trials"][3]
    return [f"artifacts/{study_id}", f"artifacts/{study_id}/{trial['trial_id']}"]


def shown(written: Written, place: str) -> Json:
    is_study = place.count("/") == 1
    address = f"{written.address()}/{'summary' if is_study else 'trials/3'}"
    return written.api.json(address)["artifacts"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_comes_and_goes(written: Written, folder: Path, place: int) -> None:
    path = places(written)[place]
    body = {"file": data_uri(PNG), "filename": "a b.png", "more": 1}
    answer = written.api.write("POST", f"/api/{path}", body)
    artifact_id = answer["artifact_id"]
    expected = {
        "artifact_id": artifact_id,
        "filename": "a b.png",
        "mimetype": "image/png",
        "encoding": None,
    }
    assert answer == {"artifact_id": artifact_id, "artifacts": [expected]}
    assert shown(written, path) == [expected]
    assert (folder / artifact_id).read_bytes() == PNG
    theirs = written.study()
    [meta] = get_all_artifact_meta((theirs, theirs.trials[3])[place], storage=written.fresh())
    assert vars(meta) == expected
    got = written.api.get(f"/{path}/{artifact_id}")
    assert (got.status_code, got.content) == (200, PNG)
    second = written.api.write("POST", f"/api/{path}", body)
    ids = {one["artifact_id"] for one in second["artifacts"]}
    assert ids == {artifact_id, second["artifact_id"]}
    written.api.write("DELETE", f"/api/{path}/{artifact_id}")
    assert [one["artifact_id"] for one in shown(written, path)] == [second["artifact_id"]]
    assert [file.name for file in folder.iterdir()] == [second["artifact_id"]]
    assert written.api.reason(404, f"/{path}/{artifact_id}") == "Not Found"
    again = written.api.refused(404, "DELETE", f"/api/{path}/{artifact_id}")
    assert again == "Artifact is not found."


def test_a_picture_is_part_of_the_report(written: Written) -> None:
    for path in places(written):
        body = {"file": data_uri(PNG), "filename": f"{path.count('/')}.png"}
        written.api.write("POST", f"/api/{path}", body)
    report = written.api.get(f"{written.address()}/report").text
    for name in ("1.png", "2.png"):
        assert f'<img src="{data_uri(PNG)}" alt="{name}">' in report


def test_the_files_of_many_trials(written: Written) -> None:
    detail, address = written.detail(), f"{written.address()}/trial-artifacts"
    assert written.api.json(address) == {"total": 0, "offset": 0, "trials": []}
    study_id, ids = detail["trials"][0]["study_id"], [t["trial_id"] for t in detail["trials"]]
    for trial_id, name in ((ids[3], "a.png"), (ids[4], "b.txt"), (ids[3], "c.png")):
        body = {"file": data_uri(PNG), "filename": name}
        written.api.write("POST", f"/api/artifacts/{study_id}/{trial_id}", body)
    written.api.write("POST", f"/api/artifacts/{study_id}", {"file": data_uri(PNG)})
    expected = [
        {
            "trial_id": ids[number],
            "number": number,
            "state": state,
            "values": None,
            "is_best": False,
            "artifacts": written.api.json(f"{written.address()}/trials/{number}")["artifacts"],
        }
        for number, state in ((3, "Running"), (4, "Waiting"))
    ]
    assert [len(trial["artifacts"]) for trial in expected] == [2, 1]
    assert written.api.json(address) == {"total": 2, "offset": 0, "trials": expected}
    page = written.api.json(address, sort="-number", offset="1", limit="1")
    assert page == {"total": 2, "offset": 1, "trials": expected[:1]}
    chosen = written.api.json(address, filter="number in [0, 4]")
    assert chosen == {"total": 1, "offset": 0, "trials": expected[1:]}
    # What is kept of a study is no filter that somebody may write.
    assert "no name artifacts" in written.api.reason(400, address, filter="artifacts")
    [gone] = expected[1]["artifacts"]
    path = f"/api/artifacts/{study_id}/{ids[4]}/{gone['artifact_id']}"
    written.api.write("DELETE", path)
    assert written.api.json(address)["trials"] == expected[:1]


def test_no_filter_is_taken_for_the_trials_that_have_files(written: Written) -> None:
    assert written.api.json(f"{written.address()}/trial-artifacts")["total"] == 0
    reason = written.api.reason(400, f"{written.address()}/trials", filter="artifacts")
    assert reason.startswith("there is no name artifacts")


def test_a_file_that_a_program_uploaded(
    written: Written, store: FileSystemArtifactStore, folder: Path, tmp_path: Path
) -> None:
    """Also of a trial that is finished, whose own attributes do not change any more."""
    study = written.study()
    trial = study.ask()
    file = tmp_path / "note.txt"
    file.write_text("Grüße")
    ids = [
        optuna.artifacts.upload_artifact(
            artifact_store=store, file_path=str(file), study_or_trial=owner
        )
        for owner in (study, trial)
    ]
    study.tell(trial, 1.0)
    before = written.study().trials[trial.number]
    detail = written.detail()
    addresses = [
        f"artifacts/{detail['trials'][0]['study_id']}/{ids[0]}",
        f"artifacts/{detail['trials'][0]['study_id']}/{trial._trial_id}/{ids[1]}",
    ]
    for address in addresses:
        got = written.api.get(f"/{address}")
        assert (got.text, got.headers["content-type"]) == ("Grüße", "text/plain; charset=utf-8")
        written.api.write("DELETE", f"/api/{address}")
        assert written.api.reason(404, f"/{address}") == "Not Found"
    assert list(folder.iterdir()) == []
    detail = written.detail()
    assert (detail["artifacts"], detail["trials"][trial.number]["artifacts"]) == ([], [])
    assert written.study().trials[trial.number] == before


def test_a_file_that_another_trial_has_too(written: Written, folder: Path) -> None:
    _, path = places(written)
    body = {"file": data_uri(PNG), "filename": "a.png"}
    artifact_id = written.api.write("POST", f"/api/{path}", body)["artifact_id"]
    study = written.study()
    copy = study.trials[3]
    study.add_trial(copy)
    written.api.write("DELETE", f"/api/{path}/{artifact_id}")
    assert (folder / artifact_id).exists()
    trial_id = written.detail()["trials"][6]["trial_id"]
    other = f"{path.rpartition('/')[0]}/{trial_id}/{artifact_id}"
    assert written.api.get(f"/{other}").content == PNG
    written.api.write("DELETE", f"/api/{other}")
    assert not (folder / artifact_id).exists()


@pytest.mark.parametrize("keep", [None, True, False])
def test_files_of_a_study_that_is_deleted(
    written: Written, folder: Path, keep: bool | None
) -> None:
    uploaded = [_upload(written, path) for path in places(written)]
    elsewhere = _copied(written, uploaded[0])
    assert {file.name for file in folder.iterdir()} == {*uploaded, elsewhere}
    # One that is missing keeps nothing from going.
    missing = _upload(written, places(written)[0])
    (folder / missing).unlink()
    body = None if keep is None else {"remove_associated_artifacts": not keep}
    written.api.write("DELETE", written.address(), body)
    left = {file.name for file in folder.iterdir()}
    assert left == ({*uploaded, elsewhere} if keep else {uploaded[0], elsewhere})
    assert [one["study_name"] for one in written.summaries()] == ["copy"]


@pytest.mark.parametrize("told", ["false", 0, None, []])
def test_a_study_is_not_deleted_by_a_guess(written: Written, folder: Path, told: Any) -> None:
    uploaded = _upload(written, places(written)[0])
    body = {"remove_associated_artifacts": told}
    reason = written.api.refused(400, "DELETE", written.address(), body)
    assert reason == "remove_associated_artifacts has to be true or false."
    assert [file.name for file in folder.iterdir()] == [uploaded]
    assert [one["study_name"] for one in written.summaries()] == ["study"]


def _upload(written: Written, path: str) -> str:
    body = {"file": data_uri(PNG), "filename": "a.png"}
    return str(written.api.write("POST", f"/api/{path}", body)["artifact_id"])


def _copied(written: Written, artifact_id: str) -> str:
    """Make a study with a file of the first one, and one of its own."""
    body = {"study_name": "copy", "directions": ["minimize"]}
    study_id = written.api.write("POST", "/api/studies", body)["study_summary"]["study_id"]
    study, key = written.study("copy"), f"artifacts:{artifact_id}"
    text = written.system_attrs()[key]
    study._storage.set_study_system_attr(study._study_id, key, text)
    return _upload(written, f"artifacts/{study_id}")


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_sent_as_it_is(written: Written, place: int) -> None:
    path = places(written)[place]
    result = written.api.http.simulate_post(
        f"/api/{path}",
        query_string="filename=C%3A%5Cfolder%5Ctable%2Ecsv",
        body=b"a,b\n",
        headers={"Content-Type": "application/octet-stream"},
    )
    assert result.status_code == 201
    [artifact] = result.json["artifacts"]
    assert (artifact["filename"], artifact["mimetype"]) == ("table.csv", "text/csv")
    assert written.api.get(f"/{path}/{artifact['artifact_id']}").content == b"a,b\n"


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    ("length", "status"),
    [({"Content-Length": "5"}, 400), ({"Transfer-Encoding": "chunked"}, 411)],
)
def test_a_file_of_which_not_all_comes(
    written: Written, folder: Path, place: int, length: dict[str, str], status: int
) -> None:
    path = places(written)[place]
    result = written.api.http.simulate_post(
        f"/api/{path}",
        body=b"a,b\n" if status == 400 else b"",
        headers={"Content-Type": "application/octet-stream", **length},
    )
    assert (result.status_code, list(result.json)) == (status, ["reason"])
    assert list(folder.iterdir()) == []
    assert shown(written, path) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"filename": "a.tar.gz"}, ("a.tar.gz", "application/x-tar", "gzip")),
        ({"filename": "../../etc/passwd"}, ("passwd", "image/png", None)),
        ({"filename": "a\r\nSet-Cookie: x\0.html"}, ("aSet-Cookie x.html", "text/html", None)),
        ({"filename": "☂.webm"}, ("☂.webm", "video/webm", None)),
        ({"filename": "x" * 300 + ".png"}, ("x" * 251 + ".png", "image/png", None)),
        ({"filename": ""}, (None, "image/png", None)),
        ({"filename": 7}, (None, "image/png", None)),
        ({}, (None, "image/png", None)),
        ({"file": data_uri(b"x", "data:")}, (None, "application/octet-stream", None)),
        ({"file": data_uri(b"x", "data:text/html;x=1")}, (None, "text/html", None)),
        ({"file": data_uri(b"x", "data:a b\r\nc")}, (None, "application/octet-stream", None)),
    ],
)
def test_names_and_types(
    written: Written, body: Json, expected: tuple[str | None, str, str | None]
) -> None:
    path, _ = places(written)
    answer = written.api.write("POST", f"/api/{path}", {"file": data_uri(PNG), **body})
    [found] = answer["artifacts"]
    name, mimetype, encoding = expected
    assert found == {
        "artifact_id": answer["artifact_id"],
        "filename": name or answer["artifact_id"],
        "mimetype": mimetype,
        "encoding": encoding,
    }


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (None, "Please specify the 'file' key."),
        ({"filename": "a.png"}, "Please specify the 'file' key."),
        ({"file": 1}, "Please specify the 'file' key."),
        ({"file": "abc"}, "The 'file' has to be a data URI."),
        ({"file": "data:abc"}, "The 'file' has to be a data URI."),
        ({"file": "data:,%%%"}, "The 'file' has to be a data URI in base64."),
        ({"file": "data:,YQ="}, "The 'file' has to be a data URI in base64."),
        ({"file": "data:,ü"}, "The 'file' has to be a data URI in base64."),
    ],
)
def test_what_is_no_file(
    written: Written, folder: Path, place: int, body: Any, reason: str
) -> None:
    path = places(written)[place]
    assert written.api.refused(400, "POST", f"/api/{path}", body) == reason
    assert list(folder.iterdir()) == []
    assert shown(written, path) == []


def test_trials_that_take_no_file(written: Written, folder: Path) -> None:
    study, _ = places(written)
    body = {"file": data_uri(PNG), "filename": "a.png"}
    for trial in written.detail()["trials"]:
        path = f"/api/{study}/{trial['trial_id']}"
        if trial["state"] in ("Running", "Waiting"):
            written.api.write("POST", path, body)
        else:
            reason = written.api.refused(400, "POST", path, body)
            assert reason == "The trial is already finished."
    assert len(list(folder.iterdir())) == 2
    for trial_id in ("9999", "x", "1_0", "9" * 19):
        reason = written.api.refused(404, "POST", f"/api/{study}/{trial_id}", body)
        assert reason == f"trial_id={trial_id} is not found"
        reason = written.api.refused(404, "DELETE", f"/api/{study}/{trial_id}/{UNKNOWN}")
        assert reason == f"trial_id={trial_id} is not found"
        assert written.api.reason(404, f"/{study}/{trial_id}/{UNKNOWN}")


def test_without_a_store(written: Written) -> None:
    api, reason = written.client(), "Cannot access to the artifacts."
    assert api.json("/api/meta")["artifact_is_available"] is False
    for path in places(written):
        body = {"file": data_uri(PNG)}
        assert api.refused(400, "POST", f"/api/{path}", body) == reason
        assert api.refused(400, "DELETE", f"/api/{path}/{UNKNOWN}") == reason
        artifact_id = _upload(written, path)
        assert api.reason(400, f"/{path}/{artifact_id}") == reason
    api.write("DELETE", written.address())
    assert written.api.json("/api/meta")["artifact_is_available"] is True


@pytest.mark.parametrize(
    "artifact_id",
    ["../secret", "..%2Fsecret", "%2e%2e%2fsecret", "/etc/passwd", "..\\secret", "."],
)
def test_no_way_leads_out_of_the_store(written: Written, folder: Path, artifact_id: str) -> None:
    """Not even where somebody wrote it into the storage."""
    secret = folder.parent / "secret"
    secret.write_text("secret")
    study = written.study()
    plain = artifact_id.replace("%2F", "/").replace("%2f", "/").replace("%2e", ".")
    meta = {"artifact_id": plain, "filename": "x", "mimetype": "text/plain", "encoding": None}
    study._storage.set_study_system_attr(study._study_id, f"artifacts:{plain}", json.dumps(meta))
    for path in places(written):
        result = written.api.http.simulate_get(f"/{path}/{artifact_id}")
        assert result.status_code == 404
        assert "secret" not in result.text.replace(artifact_id, "").replace(plain, "")
        result = written.api.http.simulate_delete(f"/api/{path}/{artifact_id}")
        assert result.status_code in (204, 404)
        assert secret.read_text() == "secret"
    written.api.write("DELETE", written.address())
    assert secret.read_text() == "secret"


def test_hostile_ids_of_the_store() -> None:
    """``artifact_files`` asks the store for nothing that is no id."""

    class Store:
        def open_reader(self, artifact_id: str) -> BinaryIO:
            raise AssertionError(artifact_id)

        write = remove = open_reader

    files = artifact_files(Store())
    for artifact_id in ("../secret", "/etc/passwd", "", "a/b", "x", "0" * 65, "0a\n"):
        with pytest.raises(Exception, match="not in the artifact store"):
            files.open(artifact_id)
        files.remove(artifact_id)
        with pytest.raises(Exception, match="cannot be kept"):
            files.write(artifact_id, BytesIO())


SHOWN = [
    ("a.png", "image/png"),
    ("a.jpg", "image/jpeg"),
    ("a.webp", "image/webp"),
    ("a.mp4", "video/mp4"),
    ("a.mp3", "audio/mpeg"),
    ("a.txt", "text/plain; charset=utf-8"),
    ("a.csv", "text/csv; charset=utf-8"),
    ("a.json", "application/json"),
]
SAVED = [
    ("a.html", "text/html; charset=utf-8"),
    ("a.svg", "image/svg+xml"),
    ("a.xhtml", "application/xhtml+xml"),
    ("a.js", "text/javascript; charset=utf-8"),
    ("a.pdf", "application/pdf"),
    ("a.xml", "application/xml"),
    ("a.txt.gz", "text/plain; charset=utf-8"),
    ("☂ a", "application/octet-stream"),
]


@pytest.mark.parametrize(("name", "kind"), [*SHOWN, *SAVED])
def test_what_a_browser_may_do_with_a_file(written: Written, name: str, kind: str) -> None:
    path, _ = places(written)
    body = {"file": data_uri(b"<script>alert(1)</script>", "data:"), "filename": name}
    artifact_id = written.api.write("POST", f"/api/{path}", body)["artifact_id"]
    headers = written.api.get(f"/{path}/{artifact_id}").headers
    assert headers["content-type"] == kind
    assert headers["x-content-type-options"] == "nosniff"
    policy = headers["content-security-policy"].split("; ")
    assert policy[:2] == ["sandbox", "default-src 'none'"]
    assert not any("script" in part or "unsafe-eval" in part for part in policy)
    disposition = headers["content-disposition"].partition(";")[0]
    assert disposition == ("inline" if (name, kind) in SHOWN else "attachment")
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "mimetype", ["text/html\r\nX: y", "text/plain; charset=x", "", "x", "TEXT/HTML", "a/ü", 7]
)
def test_types_that_somebody_made_up(
    written: Written, store: FileSystemArtifactStore, mimetype: Any
) -> None:
    store.write(UNKNOWN, BytesIO(b"x"))
    meta = {"artifact_id": UNKNOWN, "filename": 'a"\r\nX: y', "mimetype": mimetype}
    study = written.study()
    study._storage.set_study_system_attr(study._study_id, f"artifacts:{UNKNOWN}", json.dumps(meta))
    path, _ = places(written)
    headers = written.api.get(f"/{path}/{UNKNOWN}").headers
    assert headers["content-disposition"].startswith("attachment; ")
    assert "x" not in headers
    assert "\n" not in "".join(headers.values())


def test_a_file_that_is_missing_and_a_store_that_fails(
    written: Written, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = places(written)
    artifact_id = _upload(written, path)
    (folder / artifact_id).unlink()
    reason = written.api.reason(404, f"/{path}/{artifact_id}")
    assert reason == "The file is not in the artifact store."
    (folder / artifact_id).mkdir()
    assert "cannot be read" in written.api.reason(500, f"/{path}/{artifact_id}")
    deleted = written.api.refused(500, "DELETE", f"/api/{path}/{artifact_id}")
    assert deleted.startswith("A file is still in the artifact store: ")
    shutil.rmtree(folder)
    body = {"file": data_uri(PNG)}
    assert "cannot be kept" in written.api.refused(500, "POST", f"/api/{path}", body)
    assert shown(written, path) == []


def test_parts_and_heads_and_tags(written: Written, tmp_path: Path) -> None:
    path, _ = places(written)
    address = f"/{path}/{_upload(written, path)}"
    whole = written.api.get(address)
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["content-length"] == str(len(PNG))
    head = written.api.http.simulate_head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(PNG))
    # The file stays as it is, whatever happens to the study.
    written.api.write("PUT", f"{written.address()}/note", {"version": 1, "body": "x"})
    known = {"If-None-Match": whole.headers["etag"]}
    assert written.api.get(address, headers=known).status_code == 304
    for asked, (start, end) in {
        "bytes=0-0": (0, 1),
        "bytes=5-": (5, 264),
        "bytes=260-999": (260, 264),
        "bytes=-4": (260, 264),
        "bytes=-999": (0, 264),
    }.items():
        part = written.api.http.simulate_get(address, headers={"Range": asked})
        assert part.content == PNG[start:end], asked
        assert part.status_code == (200 if (start, end) == (0, 264) else 206)
        if part.status_code == 206:
            assert part.headers["content-range"] == f"bytes {start}-{end - 1}/264"
    for asked in ("bytes=264-", "bytes=5-4", "bytes=-0"):
        refused = written.api.http.simulate_get(address, headers={"Range": asked})
        assert refused.status_code == 416, asked
        assert list(refused.json) == ["reason"]
    for asked in ("bytes=0-1,3-4", "lines=1-2", "bytes=", "bytes=-", "bytes=a-b"):
        assert written.api.http.simulate_get(address, headers={"Range": asked}).content == PNG


class Bucket:
    """A store whose readers cannot be wound, as those of object storages."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def open_reader(self, artifact_id: str) -> BinaryIO:
        if artifact_id not in self.files:
            raise ArtifactNotFound("not found")
        return _Unwindable(self.files[artifact_id])

    def write(self, artifact_id: str, content_body: BinaryIO) -> None:
        self.files[artifact_id] = content_body.read()

    def remove(self, artifact_id: str) -> None:
        if artifact_id not in self.files:
            raise ArtifactNotFound("not found")
        del self.files[artifact_id]


class _Unwindable(BytesIO):
    def seekable(self) -> bool:
        return False

    def seek(self, *args: Any) -> int:
        raise OSError("cannot be wound")


class Backend(Bucket):
    """A backend as programs of earlier dashboards may have written one."""

    def __init__(self) -> None:
        super().__init__()
        self.open = super().open_reader

    open_reader = property()


@pytest.mark.parametrize("kind", [Bucket, Backend])
def test_other_stores(written: Written, kind: type[Bucket]) -> None:
    bucket = kind()
    assert hasattr(bucket, "open_reader") is (kind is Bucket)
    written.api = written.client(Catalog(artifacts=artifact_files(bucket)))
    path, _ = places(written)
    artifact_id = _upload(written, path)
    assert bucket.files == {artifact_id: PNG}
    for headers in ({}, {"Range": "bytes=0-1"}):
        got = written.api.http.simulate_get(f"/{path}/{artifact_id}", headers=headers)
        assert (got.status_code, got.content) == (200, PNG)
    head = written.api.http.simulate_head(f"/{path}/{artifact_id}")
    assert (head.status_code, head.content) == (200, b"")
    del bucket.files[artifact_id]
    assert written.api.reason(404, f"/{path}/{artifact_id}")
    written.api.write("DELETE", f"/api/{path}/{artifact_id}")


def test_an_old_file_shows_its_artifacts_and_keeps_them(folder: Path) -> None:
    """Reading takes no schema of today."""
    catalog = Catalog(artifacts=artifact_files(FileSystemArtifactStore(folder)))
    api = ApiClient(FIXTURES / "sqlite" / "optuna-2.10.1.db", catalog=catalog)
    assert api.reason(404, f"/artifacts/1/{UNKNOWN}") == "Not Found"
