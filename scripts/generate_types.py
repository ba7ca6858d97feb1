"""Write ``web/src/api/types.ts`` from the schemas of the API.

``--check`` writes nothing and fails when the file is not what would be written.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from optuna_dashboard.api.jsonschema import component_schemas

TARGET = Path(__file__).parents[1] / "web" / "src" / "api" / "types.ts"
HEADER = "// Made by scripts/generate_types.py from optuna_dashboard/api. Do not edit.\n"
JSON_TYPE = """
/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
"""
LINE_WIDTH = 100
INDENT = "  "
PRIMITIVES = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    text = typescript()
    if parser.parse_args().check:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET} is stale: run python {Path(__file__).name}", file=sys.stderr)
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


def typescript() -> str:
    """The text of the TypeScript file."""
    schemas = component_schemas()
    del schemas["Json"]
    return HEADER + JSON_TYPE + "".join(_declaration(name, schemas[name]) for name in schemas)


def _declaration(name: str, schema: dict[str, Any]) -> str:
    if "properties" not in schema:
        line = f"export type {name} = {_type(schema)};\n"
        if len(line) > LINE_WIDTH:
            members = "\n  | ".join(_type(schema).split(" | "))
            line = f"export type {name} =\n  | {members};\n"
        return f"\n{_comment(schema, '')}{line}"
    lines = [f"\n{_comment(schema, '')}export interface {name} {{\n"]
    for key, value in schema["properties"].items():
        mark = "" if key in schema["required"] else "?"
        lines.append(f"{_comment(value, INDENT)}{INDENT}{key}{mark}: {_type(value)};\n")
    return "".join([*lines, "}\n"])


def _comment(schema: dict[str, Any], indent: str) -> str:
    text = " ".join(schema.get("description", "").split())
    return f"{indent}/** {text} */\n" if text else ""


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_type(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(one) for one in schema["enum"])
    if schema["type"] == "array":
        item = _type(schema["items"])
        return f"({item})[]" if " | " in item else f"{item}[]"
    return _record(schema) if schema["type"] == "object" else PRIMITIVES[schema["type"]]


def _record(schema: dict[str, Any]) -> str:
    value = _type(schema["additionalProperties"])
    if "propertyNames" in schema:
        return f"Partial<Record<{_type(schema['propertyNames'])}, {value}>>"
    return f"Record<string, {value}>"


if __name__ == "__main__":
    sys.exit(main())
