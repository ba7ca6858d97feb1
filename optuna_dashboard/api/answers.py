"""Answers that were given lately, for the next who asks the same."""

from collections import OrderedDict
from dataclasses import dataclass

import falcon

_MOST_BYTES = 64 * 2**20
_OVERHEAD = 1024  # bytes that an answer takes beside its own


@dataclass(frozen=True, slots=True)
class _Answer:
    tag: str
    data: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        return len(self.data) + _OVERHEAD


class LatestAnswers:
    """Falcon middleware that keeps the last answer to each question, as long as its tag is the
    same; see ``ETags``, which comes first.

    Many pages that follow one study ask for the same after each of its trials: it is made
    once. Streams are not kept, and of the others the ones used last, up to ``most_bytes``.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, _Answer] = OrderedDict()

    def process_resource(
        self, req: falcon.Request, resp: falcon.Response, resource: object, params: object
    ) -> None:
        answer = self._kept.get(req.relative_uri)
        if answer is None or answer.tag != _tag(req) or resp.complete:
            return
        self._kept.move_to_end(req.relative_uri)
        resp.set_headers(answer.headers)
        resp.data = answer.data
        resp.complete = True

    def process_response(
        self, req: falcon.Request, resp: falcon.Response, resource: object, req_succeeded: bool
    ) -> None:
        tag, data = _tag(req), resp.data
        if not (tag and data and req_succeeded and resp.status == falcon.HTTP_200):
            return
        answer = _Answer(tag, data, dict(resp.headers))
        former = self._kept.pop(req.relative_uri, None)
        self._bytes -= former.size if former else 0
        if answer.size > self._most_bytes:
            return
        self._kept[req.relative_uri] = answer
        self._bytes += answer.size
        while self._bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.size


def _tag(req: falcon.Request) -> str:
    """The tag of the answer, empty where there is none."""
    return str(getattr(req.context, "etag", ""))
