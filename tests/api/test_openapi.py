"""The OpenAPI document, and the types of the page that are made from it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema

from tests.api.client import DOCUMENT, ApiClient

ROOT = Path(__file__).parents[2]


def routes(nodes: list[Any]) -> Iterator[str]:
    """Every path that a Falcon router knows."""
    for node in nodes:
        if node.uri_template:
            yield node.uri_template
        yield from routes(node.children)


def test_every_route_is_in_the_document_and_none_else(api: ApiClient) -> None:
    known = [re.sub(r":\w+}", "}", path) for path in routes(api.http.app._router._roots)]
    assert sorted(known) == sorted(DOCUMENT["paths"])
    assert len(known) == 41


def test_the_document_is_the_one_that_is_served(api: ApiClient) -> None:
    assert api.json("/api/openapi.json") == DOCUMENT


def test_every_schema_is_sound_and_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    assert {name.rpartition("/")[2] for name in references(DOCUMENT)} <= set(schemas)


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def test_every_operation_says_what_it_answers() -> None:
    ids = []
    operations = [
        (path, method, operation)
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    ]
    for path, method, operation in operations:
        ids.append(operation["operationId"])
        assert operation["summary"]
        if method == "get":
            assert set(operation["responses"]) == {"200", "304", "default"}
        else:
            [done, other] = operation["responses"]
            assert (done in ("200", "201", "204"), other) == (True, "default")
        in_path = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
        assert all(f"{{{name}}}" in path for name in in_path)
        assert path.count("{") == len(in_path)
    assert len(set(ids)) == len(ids)


def test_the_types_of_the_page_are_up_to_date() -> None:
    script = ROOT / "scripts" / "generate_types.py"
    done = subprocess.run(
        [sys.executable, script, "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
