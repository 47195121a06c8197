"""Parameters of an address and bodies that are sent: checked here; an unknown name or unreadable value is named.

marshmallow's ValidationError holds `{field: [reasons]}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields, post_load, validate, validates

from timeline import query
from timeline.model import Domain
from timeline.notation import parse_period
from timeline.query import Filters, PageQuery, QueryError
from timeline.schemas.outgoing import Strict, described

TEXT_LIMIT = 16 * 1024 * 1024


class EdtfField(fields.String):
    """An EDTF date, loaded as the stretch it covers."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        return _spoken(query.read_date, attr or "", text) if text and text.strip() else None


class CursorField(fields.String):
    """The cursor of a page, loaded as a sort key."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        return _spoken(query.decode_event_cursor, text) if text else None


class ChoicesField(fields.List[str]):
    """Values of a closed vocabulary, given several times or with commas between; an empty one asks nothing."""

    def __init__(self, allowed: tuple[str, ...], **kwargs: Any) -> None:
        self.allowed = allowed
        # The vocabulary is documented here and checked below, where commas are read.
        super().__init__(fields.String(metadata={"enum": list(allowed)}), load_default=(), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        texts = [text for text in super()._deserialize(value, attr, data, **kwargs) or () if text and text.strip()]
        return _spoken(query.read_choices, attr or "", texts, self.allowed)


def _spoken(read: Any, *arguments: Any) -> Any:
    """Hand on what `query` says is wrong, as marshmallow reports it."""
    try:
        return read(*arguments)
    except QueryError as error:
        raise ValidationError(error.reason) from None


def _texts() -> fields.List[str]:
    return fields.List(fields.String(), load_default=())


class FiltersSchema(Strict):
    """The filters of a request; loads as `query.Filters`. Parameters of several values may be repeated."""

    from_ = EdtfField(data_key="from", load_default=None, metadata=described("EDTF, included", example="2025-02"))
    to = EdtfField(load_default=None, metadata=described("EDTF, included", example="2025-02-14"))
    text = fields.String(load_default=None, metadata=described('words to find; "words in quotes" stand together'))
    source = _texts()
    article = _texts()
    granularity = ChoicesField(query.GRANULARITIES)
    basis = ChoicesField(query.BASES)
    modality = ChoicesField(query.MODALITIES)
    undated = fields.String(load_default="no", validate=validate.OneOf(query.UNDATED))
    order = fields.String(load_default="asc", validate=validate.OneOf(query.ORDERS))

    @post_load
    def _made(self, data: dict[str, Any], **_: Any) -> Any:
        return _filters(data)


class PageQuerySchema(FiltersSchema):
    """A page of events: the filters, and how many, from where, in which format; loads as `query.PageQuery`."""

    limit = fields.Integer(load_default=query.DEFAULT_LIMIT, validate=validate.Range(1, query.MAX_LIMIT))
    cursor = CursorField(load_default=None, metadata=described("`next` of the page before"))
    format = fields.String(load_default="json", validate=validate.OneOf(("json", "ndjson", "csv", "text")))

    @post_load
    def _made(self, data: dict[str, Any], **_: Any) -> PageQuery:
        limit, cursor, form = data.pop("limit"), data.pop("cursor"), data.pop("format")
        return PageQuery(_filters(data), limit, cursor, form)


def _filters(data: dict[str, Any]) -> Filters:
    several = {name: tuple(dict.fromkeys(data[name])) for name in ("source", "article")}
    text = query.read_text(data["text"]) if data["text"] else None
    try:
        return query.check(Filters(**{**data, **several, "text": text}))
    except QueryError as error:
        raise ValidationError({error.field: [error.reason]}) from None


class ArticleListQuerySchema(Strict):
    """A page of articles: how many, from where."""

    limit = fields.Integer(load_default=query.DEFAULT_LIMIT, validate=validate.Range(1, query.MAX_LIMIT))
    cursor = fields.String(load_default=None)


class NewArticleSchema(Strict):
    """An article to store."""

    text = fields.String(required=True, validate=validate.Length(1, TEXT_LIMIT))
    published = fields.String(load_default=None, allow_none=True, metadata=described("ISO 8601", example="2025-02-11"))
    title = fields.String(load_default=None, allow_none=True)
    source = fields.String(load_default=None, allow_none=True)
    url = fields.String(load_default=None, allow_none=True)
    lang = fields.String(load_default=None, allow_none=True, metadata=described("ISO 639-1 code", example="en"))
    domain = fields.String(
        load_default=None, allow_none=True, validate=validate.OneOf([domain.value for domain in Domain])
    )

    @validates("text")
    def _has_words(self, text: str, **_: Any) -> None:
        if not text.strip():
            raise ValidationError("has no text in it")

    @validates("published")
    def _is_date(self, text: str | None, **_: Any) -> None:
        try:
            if text is not None:
                parse_period(text)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    @validates("url")
    def _is_web_address(self, url: str | None, **_: Any) -> None:
        if url is not None and urlsplit(url).scheme not in ("http", "https"):
            raise ValidationError("is not an http or https address")
