"""GET /api/openapi.json: the OpenAPI document, made from the resources themselves."""

import re
from collections.abc import Sequence
from typing import Any

import falcon

from optuna_dashboard.api.body import MEDIA_BYTES
from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.api.jsonschema import Schema, component_schemas, reference
from optuna_dashboard.api.resource import Endpoint, Query, Resource, Write, send
from optuna_dashboard.version import VERSION

_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")

_NOT_MODIFIED = "The client has this answer already (If-None-Match)"
_ERROR = {
    "description": "An error",
    "content": {falcon.MEDIA_JSON: {"schema": reference("ErrorAnswer")}},
}
_PATH_FIELDS = {
    "plot_type": (
        "contour, edf, parallel_coordinate, param_importances, pareto_front, rank, slice, timeline"
    ),
    "plot_id": "id of a figure, as GET /api/studies/{study_id} tells it",
    "history_id": "id of an answer, as GET /api/studies/{study_id}/preference tells it",
    "item": "id of a trial; DELETE and GET of two parts: id of an artifact of the study",
    "artifact_id": "id of an artifact of the trial",
    "trial_id": "id of a trial, as GET /api/studies/{study_id} tells it",
    "source": "index of an open file, as GET /api/meta lists it",
    "study_id": "id of a study, as GET /api/studies lists it",
    "number": "number of a trial in its study",
    "name": "name of a figure, as GET /api/studies/{study_id}/figures lists it",
}


class OpenApiResource(Resource):
    path = "/api/openapi.json"
    answer = "application/json"
    summary = "This document"

    def __init__(self, catalog: Catalog, resources: Sequence[type[Endpoint]]) -> None:
        super().__init__(catalog)
        self._resources = resources

    def on_get(self, req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
        send(resp, openapi_document([*self._resources, OpenApiResource]))


def openapi_document(resources: Sequence[type[Endpoint]]) -> dict[str, Any]:
    """An OpenAPI 3.1 document of these resources."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Optuna Dashboard",
            "version": VERSION,
            "description": (
                "Infinite numbers and NaN, which JSON has not, are the strings "
                '"inf", "-inf" and "nan". Every answer to GET has an ETag.'
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            _FIELD.sub(r"{\1}", resource.path): _operations(resource) for resource in resources
        },
        "components": {"schemas": component_schemas()},
    }


def _operations(resource: type[Endpoint]) -> dict[str, Any]:
    operations = {}
    if issubclass(resource, Resource):
        operations["get"] = _get(resource)
        if resource.takes_form:
            operations["post"] = _post(operations["get"], resource)
    for write in resource.writes:
        operations[write.method.lower()] = _write(resource, write)
    return operations


def _get(resource: type[Resource]) -> dict[str, Any]:
    return {
        "operationId": resource.__name__.removesuffix("Resource"),
        "summary": resource.summary,
        "parameters": _parameters(resource, resource.query),
        "responses": {
            "200": {"description": "The answer", "content": _content(resource.answer)},
            "304": {"description": _NOT_MODIFIED},
            "default": _ERROR,
        },
    }


def _post(get: dict[str, Any], resource: type[Resource]) -> dict[str, Any]:
    """The same, asked with a form."""
    fields = {one.name: {**one.schema, "description": one.description} for one in resource.query}
    form = {"schema": {"type": "object", "properties": fields}}
    return {
        "operationId": f"{get['operationId']}ByForm",
        "summary": "The same, with a form in the place of query parameters that are too long",
        "parameters": [one for one in get["parameters"] if one["in"] == "path"],
        "requestBody": {"content": {falcon.MEDIA_URLENCODED: form}},
        "responses": {key: one for key, one in get["responses"].items() if key != "304"},
    }


def _write(resource: type[Endpoint], write: Write) -> dict[str, Any]:
    done: dict[str, Any] = {"204": {"description": "It is done"}}
    if write.answer is not None:
        done = {"201": {"description": "What is there now", "content": _content(write.answer)}}
    operation = {
        "operationId": write.name,
        "summary": write.summary,
        "parameters": _parameters(resource, write.query),
        "responses": {**done, "default": _ERROR},
    }
    if write.body is None:
        return operation
    body: Any = write.body
    is_required = bool(body.__required_keys__)
    content = _content(body)
    if write.takes_bytes:
        content[MEDIA_BYTES] = {"schema": {}}
    return {**operation, "requestBody": {"required": is_required, "content": content}}


def _parameters(resource: type[Endpoint], queries: Sequence[Query]) -> list[dict[str, Any]]:
    fields = [_path_parameter(match) for match in _FIELD.finditer(resource.path)]
    return fields + [_query_parameter(query) for query in queries]


def _path_parameter(match: "re.Match[str]") -> dict[str, Any]:
    name, converter = match.groups()
    is_id = converter == "id"
    schema: Schema = {"type": "integer", "minimum": 0} if is_id else {"type": "string"}
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": _PATH_FIELDS[name],
        "schema": schema,
    }


def _query_parameter(query: Query) -> dict[str, Any]:
    return {
        "name": query.name,
        "in": "query",
        "description": query.description,
        "required": query.required,
        "schema": dict(query.schema),
    }


def _content(answer: type | str) -> dict[str, Any]:
    if isinstance(answer, str):
        return {answer: {"schema": {} if answer == falcon.MEDIA_JSON else {"type": "string"}}}
    return {falcon.MEDIA_JSON: {"schema": reference(answer.__name__)}}
