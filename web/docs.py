"""The OpenAPI document goes in, a page that a person reads comes out: made here, with no script and no other host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import Blueprint, current_app, render_template

blueprint = Blueprint("docs", __name__)

_METHODS = ("get", "post", "put", "patch", "delete")
_REFERENCE = "#/components/schemas/"
_LIMITS = {"example": "such as", "minimum": "at least", "maximum": "at most", "default": "by default"}

Record = dict[str, Any]


class Type(NamedTuple):
    """What a value may be: words, and the name of the schema that says more."""

    words: str
    schema: str | None = None


class Field(NamedTuple):
    """A parameter, or a key of an object."""

    name: str
    types: list[Type]
    required: bool
    words: str
    limits: list[tuple[str, str]]


class Operation(NamedTuple):
    """One method of one address: what it takes and how it answers."""

    key: str
    method: str
    path: str
    summary: str
    secured: bool
    parameters: list[Field]
    bodies: list[tuple[str, list[Type]]]
    answers: list[tuple[str, str, list[tuple[str, list[Type]]]]]


@blueprint.get("/api/v1/docs")
def show() -> str:
    """Show the API: every address with what it takes and gives, then the shape of each object."""
    document = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    schemas = sorted(document["components"]["schemas"].items())
    return render_template(
        "docs.html",
        info=document["info"],
        operations=list(_operations(document)),
        schemas=[(name, schema.get("description", ""), list(_fields(schema))) for name, schema in schemas],
    )


def _operations(document: Record) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method in (name for name in _METHODS if name in methods):
            found = methods[method]
            parameters = [*methods.get("parameters", ()), *found.get("parameters", ())]
            yield Operation(
                found["operationId"],
                method.upper(),
                path,
                found.get("summary", ""),
                "security" in found,
                [_field(each["name"], each, each["schema"], bool(each.get("required"))) for each in parameters],
                _contents(found.get("requestBody", {})),
                [_answer(document, status, each) for status, each in sorted(found["responses"].items())],
            )


def _answer(document: Record, status: str, answer: Record) -> tuple[str, str, list[tuple[str, list[Type]]]]:
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return status, answer.get("description", ""), _contents(answer)


def _contents(holder: Record) -> list[tuple[str, list[Type]]]:
    return [(name, list(_types(content.get("schema", {})))) for name, content in holder.get("content", {}).items()]


def _fields(schema: Record) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, each in schema.get("properties", {}).items():
        yield _field(name, each, each, name in required)


def _field(name: str, holder: Record, schema: Record, required: bool) -> Field:
    limits = [(words, str(schema[key])) for key, words in _LIMITS.items() if schema.get(key) not in (None, [])]
    if choices := [str(choice) for choice in _choices(schema) if choice is not None]:
        limits.insert(0, ("one of", ", ".join(choices)))
    words = holder.get("description") or schema.get("description") or ""
    return Field(name, list(_types(schema)), required, words, limits)


def _choices(schema: Record) -> list[Any]:
    """Give the values that are allowed, also those of the items of a list."""
    inner = [schema, *schema.get("anyOf", ()), schema.get("items", {}), *schema.get("items", {}).get("anyOf", ())]
    return next((each["enum"] for each in inner if "enum" in each), [])


def _types(schema: Record, prefix: str = "") -> Iterator[Type]:
    """Tell a type in words, alternatives one by one."""
    known = schema.get("type")
    if reference := schema.get("$ref"):
        name = reference.removeprefix(_REFERENCE)
        yield Type(prefix + name, name)
    elif not known and (parts := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")):
        for part in parts:
            yield from _types(part, prefix)
    elif known == "array":
        yield from _types(schema.get("items", {}), f"{prefix}list of ")
    else:
        kinds = known or "anything"
        words = kinds if isinstance(kinds, str) else " or ".join(kinds)
        yield Type(prefix + ("file" if schema.get("format") == "binary" else words))
