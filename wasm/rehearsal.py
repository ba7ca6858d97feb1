"""Asks once what the pages will ask, about a sample that nobody sees.

A browser compiles WebAssembly function by function, each at its first call. After a rehearsal
the user's first file meets code that is compiled: it is listed twice as soon.
"""

import contextlib
import json
import os
from collections.abc import Iterator

import worker

SAMPLE = "/tmp/sample.db"
FIRST_FIGURES = ("history", "pareto-front")

#: A file to rehearse with. The memory snapshot brings it along; a plain start has none.
sample = b""


def rehearse() -> Iterator[None]:
    """A step at a time, so that what the user wants comes in between.

    Raises RuntimeError if something is not answered.
    """
    if not sample:
        return
    with open(SAMPLE, "wb") as file:
        file.write(sample)
    try:
        yield
        host = open_sample()  # of its own: nothing of the sample stays in the one that is kept
        yield
        studies: object = get(host, "/api/studies")["study_summaries"]
        assert isinstance(studies, list)
        for study, figure in zip(studies, FIRST_FIGURES, strict=False):
            for part in ("summary", f"figures/{figure}"):
                yield
                get(host, f"/api/studies/{study['study_id']}/{part}")
        host.close(0)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(SAMPLE)


def open_sample() -> worker.Host:
    """A host with nothing open but the sample."""
    host = worker.Host()
    (fate,) = json.loads(host.open_files(json.dumps([{"path": SAMPLE, "label": "sample.db"}])))
    if "error" in fate:
        raise RuntimeError(fate["error"])
    return host


def get(host: worker.Host, path: str) -> dict[str, object]:
    """What the host answers; RuntimeError if it refuses."""
    status, _, body = host.request("GET", path, "{}")
    if status != 200:
        raise RuntimeError(f"{path} answered {status}: {body!r}")
    answer: dict[str, object] = json.loads(body)
    return answer
