"""A client that holds every answer against the OpenAPI document."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
from falcon import testing
from optuna.storages import BaseStorage

from optuna_dashboard.api.app import RESOURCES, create_app
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.api.openapi import OpenApiResource, openapi_document
from optuna_dashboard.storage.open import open_storage

FIXTURES = Path(__file__).parents[1] / "fixtures"
DOCUMENT = openapi_document([*RESOURCES, OpenApiResource])

Json = Any


class ApiClient:
    """Asks an application directly, without a server in between."""

    def __init__(self, *storages: Path | BaseStorage, catalog: Catalog | None = None) -> None:
        self.catalog = catalog or Catalog()
        for storage in storages:
            source = str(storage) if isinstance(storage, Path) else storage
            self.catalog.add(open_storage(source))
        self.http = testing.TestClient(create_app(self.catalog))

    def get(
        self,
        path: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> testing.Result:
        """GET, with all checks that every answer must pass."""
        query = "&".join(_query(params or {}))
        result = self.http.simulate_get(path, query_string=query, headers=headers)
        check_answer(path, result)
        return result

    def json(self, path: str, **params: Any) -> Json:
        """The answer to a GET that must succeed."""
        result = self.get(path, params)
        assert result.status_code == 200, result.text
        return parse(result)

    def reason(self, status: int, path: str, **params: Any) -> str:
        """The reason of a refusal, which must have this status."""
        result = self.get(path, params)
        assert result.status_code == status, result.text
        return str(parse(result)["reason"])

    def write(self, method: str, path: str, body: Json = None, status: int | None = None) -> Json:
        """Send something that must be done, or refused with this status; the JSON answer."""
        result = self.http.simulate_request(method, path, json=body)
        operation = _item(path)[method.lower()]
        done = next(iter(operation["responses"]))
        assert result.status_code == (status or int(done)), result.text
        if result.status_code == 204:
            assert not result.content
            return None
        content = operation["responses"]["default" if status else done]["content"]
        answer = parse(result)
        reference = content["application/json"]["schema"]["$ref"]
        _validator(reference.rpartition("/")[2]).validate(answer)
        return answer

    def refused(self, status: int, method: str, path: str, body: Json = None) -> str:
        """The reason of a refusal of a write."""
        return str(self.write(method, path, body, status)["reason"])

    def study_id(self, name: str) -> int:
        [found] = [
            s for s in self.json("/api/studies")["study_summaries"] if s["study_name"] == name
        ]
        return int(found["study_id"])


def _query(params: Mapping[str, Any]) -> list[str]:
    pairs = [
        (name, item)
        for name, value in params.items()
        for item in (value if isinstance(value, list) else [value])
    ]
    return [f"{quote(name)}={quote(str(item))}" for name, item in pairs]


def check_answer(path: str, result: testing.Result) -> None:
    """What is true of every answer to GET."""
    assert result.headers["cache-control"] == "no-cache"
    if result.status_code == 304:
        assert not result.content
        return
    if result.status_code != 200:
        assert "etag" not in result.headers
        _validator("ErrorAnswer").validate(parse(result))
        return
    # None is given where more than the storages decides.
    assert re.fullmatch(r'"[0-9a-f]{32}"', result.headers.get("etag", f'"{"0" * 32}"'))
    [(media_type, _)] = _content(path)
    assert media_type == "*/*" or result.headers["content-type"].startswith(media_type)
    if media_type == "application/json":
        validate(path, parse(result))


def validate(path: str, answer: Json) -> None:
    """Hold the answer of a path against its schema."""
    [(_, content)] = _content(path)
    reference = content["schema"].get("$ref")
    if reference:
        _validator(reference.rpartition("/")[2]).validate(answer)


def parse(result: testing.Result) -> Json:
    return parse_json(result.content)


def parse_json(body: bytes) -> Json:
    """Strict JSON: ``NaN`` and ``Infinity`` are not JSON."""
    return json.loads(body, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def _content(path: str) -> Json:
    return _operation(path)["responses"]["200"]["content"].items()


def _operation(path: str) -> Json:
    return _item(path)["get"]


def _item(path: str) -> Json:
    path = path.partition("?")[0].rstrip("/")
    for template, item in DOCUMENT["paths"].items():
        # Of all parts, only the id of a figure may hold a slash.
        pattern = re.sub(r"\{\w+\}", "[^/]+", template.replace("{plot_id}", ".+"))
        if re.fullmatch(pattern, path):
            return item
    raise AssertionError(f"{path} is not in the OpenAPI document")


@cache
def _validator(name: str) -> Any:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return jsonschema.Draft202012Validator(schema)
