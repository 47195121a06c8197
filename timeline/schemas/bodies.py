"""Bodies that are sent go in, what they say of an article comes out; every field at fault is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields, validate, validates
from marshmallow.fields import Field

from timeline.model import Domain
from timeline.schemas.outgoing import Strict, described

_FILE = {"type": "string", "format": "binary"}
_LONGEST = 2_000  # characters of a title, a source or an address


class ToldSchema(Strict):
    """What whoever sends an article says about it; it wins over what is found in it."""

    published = fields.String(
        allow_none=True, metadata=described("the publish date, to the day at least", example="2025-02-11T09:33")
    )
    title = fields.String(allow_none=True, validate=validate.Length(max=_LONGEST))
    source = fields.String(
        allow_none=True, validate=validate.Length(max=_LONGEST), metadata=described("who published it")
    )
    url = fields.String(
        allow_none=True,
        validate=validate.Length(max=_LONGEST),
        metadata=described("where it was published, http or https", pattern="^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]"),
    )
    lang = fields.String(
        allow_none=True,
        validate=validate.Regexp("^[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$", error="is no language code such as en or pt-BR"),
        metadata=described("its language, ISO 639-1; found out where it is not given", example="en"),
    )
    domain = fields.String(allow_none=True, validate=validate.OneOf([domain.value for domain in Domain]))

    @validates("url")
    def _is_web_address(self, url: str | None, **_: Any) -> None:
        try:
            parts = urlsplit(url) if url is not None else None
        except ValueError:
            raise ValidationError("is not an address") from None
        if parts and (parts.scheme not in ("http", "https") or not parts.netloc):
            raise ValidationError("is not an http or https address")


class NewArticleSchema(ToldSchema):
    """An article to store."""

    text = fields.String(
        required=True,
        metadata=described("the whole text, header lines and all, kept verbatim; at most 1,000,000 characters"),
    )

    @validates("text")
    def _has_words(self, text: str, **_: Any) -> None:
        if not text.strip():
            raise ValidationError("has no text in it")


class UploadSchema(ToldSchema):
    """Articles to store, as files of any format that `timeline add` reads."""

    file = fields.Raw(
        required=True,
        metadata=described("one file or several", anyOf=[_FILE, {"type": "array", "minItems": 1, "items": _FILE}]),
    )

    @validates("file")
    def _is_there(self, files: Any, **_: Any) -> None:
        if not files:
            raise ValidationError("is missing")

    def on_bind_field(self, field_name: str, field_obj: Field[Any]) -> None:
        """Forms have no null: what is not said is left out."""
        super().on_bind_field(field_name, field_obj)
        field_obj.allow_none = False


class Unfit(ValueError):  # noqa: N818  it is not an error of ours
    """A body that cannot be used: what is wrong with each field at fault."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {reason}" for field, reason in faults.items()))
        self.faults = faults


def read_body(values: Any, schema: type[ToldSchema]) -> dict[str, Any]:
    """Check what was sent as an article; Unfit names every field at fault."""
    try:
        loaded: dict[str, Any] = schema().load(values)
    except ValidationError as error:
        faults = error.normalized_messages().items()  # type: ignore[no-untyped-call]
        raise Unfit({name.replace("_schema", "body"): " ".join(_flat(said)) for name, said in faults}) from None
    return loaded


def _flat(reasons: Any) -> list[str]:
    if isinstance(reasons, Mapping):
        return [word for each in reasons.values() for word in _flat(each)]
    return [str(reason) for reason in reasons]
