"""Write ``docs/api.md`` from the OpenAPI document.

``--check`` writes nothing and fails when the file is not what would be written.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from optuna_dashboard.api.app import RESOURCES
from optuna_dashboard.api.openapi import OpenApiResource, openapi_document

TARGET = Path(__file__).parents[1] / "docs" / "api.md"
INTRODUCTION = """\
<!-- Made by scripts/generate_api_docs.py from optuna_dashboard/api. Do not edit. -->

# The JSON API

The same in every host: over HTTP from the server, and inside the page in the browser. Clients of
earlier Optuna Dashboard releases find their endpoints unchanged.

- Infinite numbers and NaN, which JSON has not, are the strings `"inf"`, `"-inf"` and `"nan"`.
- An error is always `{"reason": "..."}` with a status from 400 up. That of a filter also has
  `start` and `end`, the part of the text that is meant. [filter.md](filter.md) tells what can be
  written.
- Every answer to GET has an `ETag`; asked again with `If-None-Match`, an unchanged study is
  answered with 304 and no body.
- Times end in `Z` where the file keeps UTC; without a zone they are local times of the writer.

`GET /api/openapi.json` is the full description, for programs.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    text = markdown(openapi_document([*RESOURCES, OpenApiResource]))
    if parser.parse_args().check:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET} is stale: run python {Path(__file__).name}", file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


def markdown(document: dict[str, Any]) -> str:
    """The text of the page."""
    routes = [
        _route(path, method, operation)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    ]
    return "\n".join([INTRODUCTION, *routes])


def _route(path: str, method: str, operation: dict[str, Any]) -> str:
    lines = [f"## `{method.upper()} {path}`", "", f"{operation['summary']}.", ""]
    for parameter in operation["parameters"]:
        where = "" if parameter["in"] == "path" else "?"
        lines.append(f"- `{where}{parameter['name']}`: {parameter['description']}")
    if operation["parameters"]:
        lines.append("")
    request = operation.get("requestBody", {"content": {}})["content"]
    lines += [f"Takes {_content(media, content)}." for media, content in request.items()]
    lines += [""] if request else []
    answers = _done(operation).get("content")
    if answers is None:
        lines.append("Answers 204, without content.")
    else:
        lines += [f"Answers {_content(media, content)}." for media, content in answers.items()]
    return "\n".join([*lines, ""])


def _done(operation: dict[str, Any]) -> dict[str, Any]:
    """The response of what went well."""
    responses = operation["responses"]
    found: dict[str, Any] = next(responses[one] for one in responses if one.startswith("2"))
    return found


def _content(media: str, content: dict[str, Any]) -> str:
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    return f"`{name}` as `{media}`" if name else f"`{media}`"


if __name__ == "__main__":
    sys.exit(main())
